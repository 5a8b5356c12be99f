/**
 * What the UK's lists say, by one name each, whatever a format calls it: the columns of the UK Sanctions List, the
 * elements of its XML, and the columns of OFSI's list in its two layouts.
 */

const spellings = {
  id: ['uniqueid'],
  group: ['ofsigroupid', 'groupid'],
  unRef: ['unreferencenumber'],
  updated: ['lastupdated'],
  designated: ['datedesignated', 'uksanctionslistdatedesignated'],
  listed: ['listedon'],
  name1: ['name1'],
  name2: ['name2'],
  name3: ['name3'],
  name4: ['name4'],
  name5: ['name5'],
  name6: ['name6'],
  nameType: ['nametype', 'aliastype'],
  strength: ['aliasstrength', 'aliasquality'],
  title: ['title'],
  script: ['namenonlatinscript'],
  scriptType: ['nonlatinscripttype'],
  scriptLanguage: ['nonlatinscriptlanguage'],
  regime: ['regimename', 'regime'],
  kind: ['designationtype', 'individualentityship', 'grouptype'],
  source: ['designationsource'],
  sanctions: ['sanctionsimposed', 'sanctionsimposedindicators'],
  other: ['otherinformation'],
  reasons: ['ukstatementofreasons'],
  address1: ['addressline1', 'address1'],
  address2: ['addressline2', 'address2'],
  address3: ['addressline3', 'address3'],
  address4: ['addressline4', 'address4'],
  address5: ['addressline5', 'address5'],
  address6: ['addressline6', 'address6'],
  postalCode: ['addresspostalcode', 'postzipcode'],
  country: ['addresscountry', 'country'],
  phone: ['phonenumber'],
  website: ['website'],
  email: ['emailaddress'],
  birth: ['dob'],
  nationality: ['nationalityies', 'nationality'],
  nationalId: ['nationalidentifiernumber', 'nationalidentificationnumber', 'ninumber'],
  nationalIdInfo: ['nationalidentifieradditionalinformation', 'nationalidentificationdetails'],
  passport: ['passportnumber'],
  passportInfo: ['passportadditionalinformation', 'passportdetails'],
  position: ['position'],
  gender: ['gender'],
  birthTown: ['townofbirth'],
  birthCountry: ['countryofbirth'],
  entityType: ['typeofentity'],
  subsidiary: ['subsidiaries', 'subsidiary'],
  parent: ['parentcompany'],
  businessNumber: ['businessregistrationnumbers', 'businessregistrationnumber'],
  imo: ['imonumber'],
  owner: ['currentowneroperators', 'currentowneroperator'],
  formerOwner: ['previousowneroperators', 'previousowneroperator'],
  flag: ['currentbelievedflagofship'],
  formerFlag: ['previousflags', 'previousflag'],
  shipType: ['typeofship'],
  tonnage: ['tonnageofship'],
  length: ['lengthofship'],
  built: ['yearbuilt'],
  hull: ['hullidentificationnumberhin', 'hullidentificationnumber'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** One thing the lists can say. */
export type UkField = keyof typeof spellings

const bySpelling: ReadonlyMap<string, UkField> = new Map(
  Object.entries(spellings).flatMap(([field, names]) =>
    names.map((name) => [name, field as UkField] as const),
  ),
)

/** The field of a column or element, or undefined: `D.O.B`, `DOB` → birth. */
export function ukField(name: string): UkField | undefined {
  return bySpelling.get(name.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/** One row of a table or one element of XML, as far as it has values; `unknown` holds what has no field. */
export interface UkPiece {
  readonly fields: ReadonlyMap<UkField, string>
  readonly unknown?: readonly string[]
}
