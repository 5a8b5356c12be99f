import type { Listing } from '../model/listing.js'

/**
 * What an entry of OFAC's non-SDN lists does to a transaction, by its programs. These lists restrict debt, equity,
 * securities, accounts or single menu items: a caution, the registry's word for them. Some entries go further, and no
 * form but the two larger XML ones says so in a field; the program does, with the entry's own words where one program
 * has several measures. Those words are in the remarks of every form.
 */

/** A program under which an entry of the non-SDN lists is off limits altogether. */
interface Prohibition {
  readonly program: string
  /** What the entry has to say as well, where the program also has milder measures. */
  readonly says?: RegExp
  readonly citation: string
}

const prohibitions: readonly Prohibition[] = [
  // Foreign sanctions evaders: not blocked, yet no dealings in goods, services or technology (OFAC FAQ 191).
  { program: 'FSE-IR', citation: 'E.O. 13608, section 1' },
  { program: 'FSE-SY', citation: 'E.O. 13608, section 1' },
  // Programs that do nothing but block: such an entry is on the SDN List too, or was on the list of E.O. 13599.
  { program: 'IRAN', citation: 'E.O. 13599; 31 CFR 560.211' },
  { program: 'IRAN-CON-ARMS-EO', citation: 'E.O. 13949' },
  { program: 'SDGT', citation: 'E.O. 13224; 31 CFR 594.201' },
  { program: 'SYRIA', citation: 'E.O. 13582' },
  { program: 'UKRAINE-EO13685', citation: 'E.O. 13685; 31 CFR 589.201' },
  { program: 'VENEZUELA-EO13850', citation: 'E.O. 13850; 31 CFR 591.201' },
  // E.O. 14024 blocks, or restricts by directive. Section 11 is about dealings with persons that are blocked.
  {
    program: 'RUSSIA-EO14024',
    says: /Section 11 of Executive Order 14024/,
    citation: 'E.O. 14024; 31 CFR 587.201',
  },
  // The Central Bank, the National Wealth Fund, the Ministry of Finance: "any transaction".
  {
    program: 'RUSSIA-EO14024',
    says: /14024 Directive(?: Information)?[: -]{1,4}(?:Subject to Directive )?4\b/,
    citation: 'Directive 4 under E.O. 14024; 31 CFR 587.201',
  },
]

/** The listing with the effect and the law of its programs, where it is of the non-SDN lists and they prohibit. */
export function withProgramEffect(listing: Listing): Listing {
  if (listing.list !== 'us-ofac-cons') return listing
  const remarks = listing.remarks ?? ''
  const found = prohibitions.find(
    ({ program, says }) => listing.programs.includes(program) && (says === undefined || says.test(remarks)),
  )
  if (!found) return listing
  return { ...listing, effect: 'prohibited', citation: listing.citation ?? found.citation }
}
