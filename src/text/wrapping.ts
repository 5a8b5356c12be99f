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
const CONTACT_AT_END =
  /[\s,;(-]+(?:p[\s.]{0,3}o[\s.]{0,4}box|tel(?:ephone)?|phone|fax|mob(?:ile)?|cell|whatsapp)[.:#\s]{0,4}\+?\d[\d() -]{0,25}\)?\s*$/i
const EMAIL_AT_END = /[\s,;(<]+[^\s@,;()<>]{1,64}@[\w.-]{1,200}[>)]?\s*$/
/** A mail address: both the part before the sign and the first label after it are often names. */
const EMAIL = /(?:^|[\s,;(<])([^\s@,;()<>]{1,64})@([\w-]{1,100})(?:\.[\w-]{1,100}){1,5}[>)]?\s*$/
const ROLE_AT_END =
  /\s*\((?:the )?(?:buyer|seller|purchaser|customer|client|consignee|shipper|beneficiary|end[- ]?user|owner|director)\)\s*$/i
/** Words between two names of one party. */
const ALIAS =
  /[\s,;([]+(?:[anf]\.?\/?k\.?\/?a|d\.?\/?b\.?\/?a|t\/a|alias|(?:also|formerly|now|better) known as|formerly|doing business as|trading as|(?:an? )?(?:division|subsidiary|branch|affiliate|unit) of|(?:owned|controlled) by)[\s.:,]+/i
const ARTICLE = /^\s*the\s+(?=\S)/i
const HINT =
  /[:/\d.(@]|attn|attention|\/?bnf\/?|care of|account of|benefit|favou?r of|pay|order of| to |behalf|called|known as|business as|aka |fka |^\s*the /i
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
  const ends = [CODE_AT_END, CONTACT_AT_END, EMAIL_AT_END, ROLE_AT_END]
  return ends.reduce((rest, end) => rest.trimEnd().replace(end, ''), start)
}

/** Most names taken from one text. */
const MAX_NAMES = 5

/**
 * The names in a text that may give several of one party: `Glocom a.k.a. Pan Systems`, `info@glocom.com`. The whole text comes first, since
 * what looks like such a word may be part of a name.
 */
export function namesIn(text: string): readonly string[] {
  if (text.length > MAX_SPLIT) return [text]
  const [, mailbox, domain] = (text.includes('@') && EMAIL.exec(text)) || []
  const mail = mailbox !== undefined && domain !== undefined ? [mailbox, domain] : []
  if (!ALIAS.test(text)) return [text, ...mail]
  const parts = text.split(ALIAS_ALL).filter((part) => CONTENT.test(part))
  return parts.length < 2 ? [text, ...mail] : [text, ...parts.slice(0, MAX_NAMES), ...mail]
}

/** Longer texts are no list of names. */
const MAX_SPLIT = 1_000
const ALIAS_ALL = new RegExp(ALIAS.source, 'gi')
