import type { Address, Jurisdiction } from '../../src/index.js'
import type { GoldenCase } from './cases.js'

/**
 * Days on which the law of a place changed: the day before and the day itself, under one law at a time. Household goods go
 * to a buyer nobody lists, so only the place and the date can speak. Each case names the row that decides and the act it
 * cites, read from the researched facts by hand.
 */
export interface DestinationCase extends GoldenCase {
  /** Id of the strictest measure found; null where none calls for anything. */
  readonly decides: string | null
  /** Ids of measures that must not be found: over, or not yet begun. */
  readonly without: readonly string[]
}

interface Expectation {
  readonly outcome: GoldenCase['outcome']
  readonly decides: string | null
  /** Words of the citation. */
  readonly cites?: string
  readonly without?: readonly string[]
}

function onDay(
  place: string | Address,
  law: Jurisdiction,
  date: string,
  shows: string,
  { outcome, decides, cites, without = [] }: Expectation,
): DestinationCase {
  const destination = typeof place === 'string' ? { country: place } : place
  const name = Object.values(destination).join(' ').toLowerCase().replaceAll(/\W+/g, '-')
  return {
    id: `on-${name}-${law.toLowerCase()}-${date}`,
    shows: `${Object.values(destination).join(', ')} under ${law} law on ${date}: ${shows}`,
    transaction: {
      date,
      parties: [{ role: 'ultimate-consignee', name: 'Blue Heron Bakery', address: destination }],
      destination,
      // Made without anything of the United States, so that no law but the one asked about reaches it.
      items: [
        {
          description: 'bakery oven, household',
          eccn: 'EAR99',
          origin: 'JP',
          usContent: 0,
          usDirectProduct: false,
        },
      ],
    },
    policy: { jurisdictions: [law], requiredLists: [] },
    outcome,
    decides,
    without,
    says: cites === undefined ? ['Clear'] : [cites],
  }
}

const simferopol = { city: 'Simferopol', country: 'Ukraine' }
const donetsk = { city: 'Donetsk', country: 'UA' }

export const destinationCases: readonly DestinationCase[] = [
  onDay('SY', 'US', '2025-05-22', 'the last day before General License 25', {
    outcome: 'stop',
    decides: 'us-sy-eo13582',
    cites: 'EO 13582, 76 FR 52209',
  }),
  onDay('SY', 'US', '2025-05-23', 'OFAC lets go, the EAR do not', {
    outcome: 'review',
    decides: 'us-sy-saa-2004',
    cites: 'Pub. L. 108-175',
    without: ['us-sy-eo13582'],
  }),
  onDay('SY', 'US', '2025-09-02', 'EAR99 goods go without a license, controlled items need one', {
    outcome: 'review',
    decides: 'us-sy-ear-2025',
    cites: '90 FR 42315',
    without: ['us-sy-saa-2004', 'us-sy-eo13582'],
  }),
  onDay('SY', 'US', '2026-09-30', 'the last day on the ITAR list, no longer a sponsor of terrorism', {
    outcome: 'review',
    decides: 'us-sy-ear-2025',
    cites: 'FR Doc. 2026-20082',
    without: ['us-sy-sst'],
  }),
  onDay('SY', 'US', '2026-10-01', 'off the ITAR list, E:1 not confirmed any more', {
    outcome: 'review',
    decides: 'us-sy-ear-2025',
    cites: 'taken as still a member, check before relying on it',
    without: ['us-sy-sst', 'us-sy-itar'],
  }),
  onDay('SY', 'EU', '2025-05-28', 'the last day of the sectoral measures', {
    outcome: 'review',
    decides: 'eu-sy-36-2012',
    cites: 'Reg. (EU) 36/2012',
  }),
  onDay('SY', 'EU', '2025-05-29', 'only goods for repression remain', {
    outcome: 'review',
    decides: 'eu-sy-repression',
    cites: 'Reg. (EU) 36/2012 (security-based measures)',
    without: ['eu-sy-36-2012', 'eu-sy-luxury'],
  }),
  onDay('IR', 'US', '1995-05-06', 'only oil development is barred', {
    outcome: 'review',
    decides: 'us-ir-eo12957',
    cites: 'EO 12957, 60 FR 14615',
    without: ['us-ir-eo12959'],
  }),
  onDay('IR', 'US', '1995-05-07', 'a ban on all trade', {
    outcome: 'stop',
    decides: 'us-ir-eo12959',
    cites: 'EO 12959, 60 FR 24757',
  }),
  onDay('IR', 'UN', '2016-01-15', 'the last day of the resolutions of 2006 to 2010', {
    outcome: 'review',
    decides: 'un-ir-1737',
    cites: 'S/RES/1737 (2006)',
    without: ['un-ir-2231-missile'],
  }),
  onDay('IR', 'UN', '2016-01-16', 'Implementation Day', {
    outcome: 'review',
    decides: 'un-ir-2231-missile',
    cites: 'S/RES/2231 (2015) Annex B',
    without: ['un-ir-1737', 'un-ir-1929'],
  }),
  onDay('IR', 'UN', '2025-09-27', 'the day before the snapback: nothing of the Council holds', {
    outcome: 'clear',
    decides: null,
    without: ['un-ir-snapback-1737'],
  }),
  onDay('IR', 'UN', '2025-09-28', 'the snapback', {
    outcome: 'review',
    decides: 'un-ir-snapback-1737',
    cites: 'S/RES/2231 (2015) paras 11-12',
  }),
  onDay('IR', 'CA', '2016-02-04', 'the last day of the Canadian ban on all trade', {
    outcome: 'stop',
    decides: 'ca-ir-2013-total',
    cites: 'SOR/2013-108',
  }),
  onDay('IR', 'CA', '2016-02-05', 'only named goods', {
    outcome: 'review',
    decides: 'ca-ir-2010',
    cites: 'SOR/2010-165',
    without: ['ca-ir-2013-total'],
  }),
  onDay('SD', 'US', '2017-10-11', 'the last day of the embargo', {
    outcome: 'stop',
    decides: 'us-sd-embargo',
    cites: 'EO 13067, 62 FR 59989',
  }),
  onDay('SD', 'US', '2017-10-12', 'the EAR policy of denial stays', {
    outcome: 'review',
    decides: 'us-sd-ear-742-10',
    cites: '15 CFR 742.10',
    without: ['us-sd-embargo'],
  }),
  onDay('SD', 'US', '2021-01-14', 'out of E:1, arms remain', {
    outcome: 'review',
    decides: 'us-sd-itar',
    cites: '22 CFR 126.1(d)(2), (v)',
    without: ['us-sd-ear-742-10', 'us-sd-sst'],
  }),
  onDay('CU', 'US', '1962-02-06', 'the partial ban of 1960', {
    outcome: 'review',
    decides: 'us-cu-export-1960',
    cites: 'Export Control Act of 1949, 25 FR 10006',
  }),
  onDay('CU', 'US', '1962-02-07', 'the embargo', {
    outcome: 'stop',
    decides: 'us-cu-embargo-1962',
    cites: 'Proclamation 3447, 27 FR 1085',
    without: ['us-cu-export-1960'],
  }),
  onDay('CU', 'EU', '2026-11-23', 'no measure of the Union', { outcome: 'clear', decides: null }),
  onDay('RU', 'US', '2022-02-23', 'sectors, military end use, arms', {
    outcome: 'review',
    decides: 'us-ru-ssi',
    cites: 'Directives 1-4 under EO 13662',
    without: ['us-ru-ear-2022'],
  }),
  onDay('RU', 'US', '2022-02-24', 'the day of the invasion', {
    outcome: 'review',
    decides: 'us-ru-ear-2022',
    cites: '87 FR 12226',
  }),
  onDay('RU', 'US', '2022-03-11', 'luxury goods, under the EAR and by order of the President', {
    outcome: 'review',
    decides: 'us-ru-ear-2022',
    cites: 'EO 14068',
  }),
  onDay('RU', 'EU', '2014-07-30', 'before the first package', {
    outcome: 'clear',
    decides: null,
    without: ['eu-ru-2014-arms'],
  }),
  onDay('RU', 'EU', '2014-07-31', 'arms', {
    outcome: 'review',
    decides: 'eu-ru-2014-arms',
    cites: 'Decision 2014/512/CFSP',
    without: ['eu-ru-2014-dualuse-mil'],
  }),
  onDay('RU', 'EU', '2022-02-26', 'all dual-use goods', {
    outcome: 'review',
    decides: 'eu-ru-2014-dualuse-mil',
    cites: 'Reg. (EU) 2022/328',
  }),
  onDay('RU', 'EU', '2022-04-09', 'industrial goods, not hidden under an import ban', {
    outcome: 'review',
    decides: 'eu-ru-2022-industry',
    cites: 'Reg. (EU) 2022/576',
  }),
  onDay('RU', 'GB', '2020-12-30', 'the law of the Union is still British law', {
    outcome: 'review',
    decides: 'eu-ru-2014-dualuse-mil',
    cites: 'Reg. (EU) 833/2014',
    without: ['gb-ru-2019'],
  }),
  onDay('RU', 'GB', '2020-12-31', 'British law alone', {
    outcome: 'review',
    decides: 'gb-ru-2019',
    cites: 'SI 2019/855',
    without: ['eu-ru-2014-dualuse-mil'],
  }),
  onDay('RU', 'JP', '2022-03-17', 'the day before', { outcome: 'clear', decides: null }),
  onDay('RU', 'JP', '2022-03-18', 'dual-use goods', {
    outcome: 'review',
    decides: 'jp-ru-dualuse',
    cites: 'Export Trade Control Order',
  }),
  onDay('BY', 'US', '2022-03-01', 'arms and named parties only', {
    outcome: 'review',
    decides: 'us-by-itar',
    cites: '22 CFR 126.1(d)(1); 58 FR 39312',
    without: ['us-by-ear'],
  }),
  onDay('BY', 'US', '2022-03-02', 'treated like Russia', {
    outcome: 'review',
    decides: 'us-by-ear',
    cites: '15 CFR 746.8; 87 FR 13048',
  }),
  onDay('BY', 'EU', '2021-06-25', 'the first sectoral measures', {
    outcome: 'review',
    decides: 'eu-by-2021-sectoral',
    cites: 'Reg. (EU) 2021/1030',
  }),
  onDay(simferopol, 'US', '2014-12-18', 'the day before the embargo on Crimea', {
    outcome: 'clear',
    decides: null,
    without: ['us-ua43-ofac'],
  }),
  onDay(simferopol, 'US', '2014-12-19', 'the embargo on Crimea, found by its city', {
    outcome: 'stop',
    decides: 'us-ua43-ofac',
    cites: 'EO 13685, 79 FR 77357',
  }),
  onDay(simferopol, 'EU', '2014-12-20', 'the wider export ban', {
    outcome: 'review',
    decides: 'eu-ua-43-export',
    cites: 'Reg. (EU) 1351/2014',
    without: ['eu-ua-43-infrastructure'],
  }),
  onDay(donetsk, 'US', '2022-02-21', 'embargoed in a part only: check the place', {
    outcome: 'review',
    decides: 'us-ua14-ofac',
    cites: 'check the exact place',
  }),
  onDay('HK', 'GB', '2020-07-21', 'the arms embargo on China reaches Hong Kong; the day is not verified', {
    outcome: 'review',
    decides: 'gb-hk-2020-arms',
    cites: 'This row is not fully verified',
  }),
  onDay('MM', 'CA', '2012-04-23', 'the last day of the ban on all trade', {
    outcome: 'stop',
    decides: 'ca-mm-total',
    cites: 'SOR/2007-285',
  }),
  onDay('MM', 'CA', '2012-04-24', 'arms remain', {
    outcome: 'review',
    decides: 'ca-mm-arms',
    cites: 'SOR/2007-285',
    without: ['ca-mm-total'],
  }),
  onDay('MM', 'US', '2021-03-08', 'military end use after the coup', {
    outcome: 'review',
    decides: 'us-mm-itar',
    cites: '86 FR 13173',
  }),
  onDay('VE', 'US', '2019-08-05', 'the government blocked', {
    outcome: 'review',
    decides: 'us-ve-eo13884',
    cites: 'EO 13884, 84 FR 38843',
  }),
  onDay('VE', 'EU', '2017-11-13', 'the day before', { outcome: 'clear', decides: null }),
  onDay('VE', 'EU', '2017-11-14', 'arms and means of repression', {
    outcome: 'review',
    decides: 'eu-ve-arms',
    cites: 'Reg. (EU) 2017/2063',
  }),
  onDay('IQ', 'UN', '1990-08-05', 'three days after the invasion of Kuwait: nothing yet', {
    outcome: 'clear',
    decides: null,
    without: ['un-iq-1990-comprehensive'],
  }),
  onDay('IQ', 'UN', '1990-08-06', 'the embargo of the Council', {
    outcome: 'stop',
    decides: 'un-iq-1990-comprehensive',
    cites: 'S/RES/661 (1990)',
  }),
  onDay('IQ', 'UN', '2003-05-23', 'arms remain', {
    outcome: 'review',
    decides: 'un-iq-2003-arms-ngf',
    cites: 'S/RES/1483 (2003)',
    without: ['un-iq-1990-comprehensive'],
  }),
  onDay('LY', 'US', '2004-04-28', 'the last day of the embargo', {
    outcome: 'stop',
    decides: 'us-ly-embargo',
    cites: 'EO 12543',
  }),
  onDay('LY', 'US', '2004-04-29', 'controlled items only', {
    outcome: 'review',
    decides: 'us-ly-ear-2004',
    cites: '69 FR 23626',
    without: ['us-ly-embargo'],
  }),
  onDay('LY', 'UN', '2011-02-26', 'arms, for the second time', {
    outcome: 'review',
    decides: 'un-ly-2011-arms',
    cites: 'S/RES/1970 (2011)',
    without: ['un-ly-1992-arms-air'],
  }),
  onDay('KP', 'UN', '2006-10-13', 'the day before the first sanctions', {
    outcome: 'clear',
    decides: null,
    without: ['un-kp-1718-arms'],
  }),
  onDay('KP', 'UN', '2006-10-14', 'arms and luxury goods', {
    outcome: 'review',
    decides: 'un-kp-1718-arms',
    cites: 'S/RES/1718 (2006)',
  }),
  onDay('KP', 'US', '2007-01-25', 'the last day on which an EAR99 good needed no license', {
    outcome: 'review',
    decides: 'us-kp-ear-742-19',
    cites: '65 FR 38148',
    without: ['us-kp-ear-746-4', 'us-kp-ear-luxury'],
  }),
  onDay('KP', 'US', '2007-01-26', 'a license for everything but food and medicine', {
    outcome: 'review',
    decides: 'us-kp-ear-746-4',
    cites: '15 CFR 746.4; 72 FR 3722',
    without: ['us-kp-ear-at-2000'],
  }),
  onDay('KP', 'US', '2016-03-16', 'exports prohibited on top', {
    outcome: 'stop',
    decides: 'us-kp-eo13722',
    cites: 'EO 13722, 81 FR 14943',
  }),
  onDay('KP', 'UN', '2017-12-22', 'machines, vehicles and metals', {
    outcome: 'review',
    decides: 'un-kp-2270-avfuel',
    cites: 'S/RES/2397 (2017)',
  }),
  onDay('AF', 'US', '1999-07-06', 'an embargo on what the Taliban held: check the place', {
    outcome: 'review',
    decides: 'us-af-taliban',
    cites: 'EO 13129',
  }),
  onDay('AF', 'US', '2002-07-02', 'arms only', {
    outcome: 'review',
    decides: 'us-af-itar',
    cites: '22 CFR 126.1(d)(2), (g)',
    without: ['us-af-taliban'],
  }),
  onDay('CN', 'US', '2007-06-18', 'arms and satellites only', {
    outcome: 'review',
    decides: 'us-cn-tiananmen',
    cites: 'Pub. L. 101-246 s.902',
    without: ['us-cn-meu-2007'],
  }),
  onDay('CN', 'US', '2022-10-07', 'advanced chips', {
    outcome: 'review',
    decides: 'us-cn-advcomp-2022',
    cites: '87 FR 62186',
  }),
  onDay('RS', 'UN', '1992-05-30', 'the embargo on Yugoslavia holds in Serbia', {
    outcome: 'stop',
    decides: 'un-yu-1992-comprehensive',
    cites: 'S/RES/757 (1992)',
  }),
  onDay('VN', 'US', '1994-02-02', 'the last day of the embargo', {
    outcome: 'stop',
    decides: 'us-vn-1975',
    cites: '59 FR 5696',
  }),
  onDay('VN', 'US', '1994-02-03', 'arms remain', {
    outcome: 'review',
    decides: 'us-vn-itar',
    cites: '81 FR 66804',
    without: ['us-vn-1975'],
  }),
  onDay('KH', 'US', '2025-11-07', 'off the ITAR list, military end use remains', {
    outcome: 'review',
    decides: 'us-kh-ear-meu',
    cites: '86 FR 70015',
    without: ['us-kh-itar-2021'],
  }),
  onDay('US', 'CN', '2026-11-27', 'metals: the last day of the suspension', {
    outcome: 'review',
    decides: 'cn-us-2024-military',
    cites: 'Announcement No. 46 of 2024',
    without: ['cn-us-2024-metals', 'cn-us-2024-metals-2'],
  }),
  onDay('US', 'CN', '2026-11-28', 'metals: barred again unless extended, and not verified', {
    outcome: 'review',
    decides: 'cn-us-2024-military',
    cites: 'the ban is back on 2026-11-28 unless it was extended',
    without: ['cn-us-2024-metals'],
  }),
]
