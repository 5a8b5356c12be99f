import countryChart from '../../data/goods/country-chart.json' with { type: 'json' }
import countryGroups from '../../data/goods/country-groups.json' with { type: 'json' }
import deMinimis from '../../data/goods/de-minimis.json' with { type: 'json' }
import earRules from '../../data/goods/ear-rules.json' with { type: 'json' }
import eccns from '../../data/goods/eccns.json' with { type: 'json' }
import euMembers from '../../data/goods/eu-members.json' with { type: 'json' }
import headings from '../../data/goods/headings.json' with { type: 'json' }
import hsBans from '../../data/goods/hs-bans.json' with { type: 'json' }
import hsRevisions from '../../data/goods/hs-revisions.json' with { type: 'json' }
import luxury from '../../data/goods/luxury.json' with { type: 'json' }
import priority from '../../data/goods/priority.json' with { type: 'json' }
import redFlags from '../../data/goods/red-flags.json' with { type: 'json' }
import type { GoodsFacts } from './facts.js'

/** The facts about goods that ship with the package. Their validity is proven by a test, not at load. */
export const embeddedGoods = {
  countryChart,
  countryGroups,
  eccns,
  earRules,
  deMinimis,
  hsBans,
  luxury,
  priority,
  redFlags,
  hsRevisions,
  headings,
  euMembers,
} as unknown as GoodsFacts
