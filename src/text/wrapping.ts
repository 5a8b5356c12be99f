import type { Kind } from '../model/vocabulary.js'

/**
 * Text that forms and bank messages put around a name: "Attn:", "c/o", "payment to …", "… invoice 20931". It is taken
 * off only where it cannot be part of a name: known phrases in front, and a reference with its number at either end.
 * What remains is never empty.
 */

/** Phrases that stand alone. */
const PHRASE =
  /^[\s"'(*-]*(?:attn|attention|\/?bnf\/?|c\/o|care of|a\/c(?: of)?|(?:for (?:the )?)?account of|f\/?b\/?o|for the benefit of|in favou?r of|pay(?:ment)? to|paid to|pay to the order of|to the order of|transfer to|remit(?:tance)? to|(?:on )?behalf of|o\/b\/o|m\/s|so[- ]called|also known as|(?:a\.?k\.?a|f\.?k\.?a)\b\.?|formerly known as|d\/b\/a|doing business as)(?:[\s:;,.-]+|$)/i
/** Labels that could be names as well, and so need a colon. */
const LABEL =
  /^[\s"'(*-]*(?:beneficiary|payee|name|company|consignee|shipper|buyer|purchaser|customer|client|seller|end[- ]?user|bill to|ship to|sold to|deliver to|notify(?: party)?|to|from|fao)(?: name)?\s{0,3}:\s*/i
const CODE = '(?:no|nr|num|number)?[.:#\\s]{0,4}[a-z]{0,4}[\\d/-]{0,20}\\d[\\w/-]{0,20}'
const WORDS = '(?:ref|reference|invoice|inv|order|contract|p\\.?o|account|acct|payment|\\/?rfb\\/?)'
const CODE_IN_FRONT = new RegExp(`^\\s*${WORDS}[.:#\\s]{1,4}${CODE}[\\s:;,.-]+(?=\\p{L})`, 'iu')
const CODE_AT_END = new RegExp(`[\\s,;(-]${WORDS}[.:#\\s]{1,4}${CODE}[).]?$`, 'i')
const ARTICLE = /^\s*the\s+(?=\S)/i
const HINT =
  /[:/\d.]|attn|attention|\/?bnf\/?|care of|account of|benefit|favou?r of|pay|order of| to |behalf|called|known as|business as|aka |fka |^\s*the /i
const CONTENT = /[\p{L}\p{N}]/u

/** Phrases around phrases: "Attn: beneficiary: c/o". */
const MAX_LAYERS = 4

/** The name without the text around it. */
export function unwrap(text: string, kind?: Kind): string {
  if (!HINT.test(text)) return text
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const inner = peel(text)
    if (inner === text || !CONTENT.test(inner)) break
    text = inner
  }
  return kind === 'person' ? text : text.replace(ARTICLE, '')
}

function peel(text: string): string {
  const start = text.replace(PHRASE, '').replace(LABEL, '').replace(CODE_IN_FRONT, '')
  return start.trimEnd().replace(CODE_AT_END, '')
}
