import usGroups from '../../data/groups/us.json' with { type: 'json' }
import au from '../../data/measures/au.json' with { type: 'json' }
import ca from '../../data/measures/ca.json' with { type: 'json' }
import ch from '../../data/measures/ch.json' with { type: 'json' }
import cn from '../../data/measures/cn.json' with { type: 'json' }
import eu from '../../data/measures/eu.json' with { type: 'json' }
import gb from '../../data/measures/gb.json' with { type: 'json' }
import jp from '../../data/measures/jp.json' with { type: 'json' }
import kr from '../../data/measures/kr.json' with { type: 'json' }
import li from '../../data/measures/li.json' with { type: 'json' }
import no from '../../data/measures/no.json' with { type: 'json' }
import nz from '../../data/measures/nz.json' with { type: 'json' }
import osce from '../../data/measures/osce.json' with { type: 'json' }
import ph from '../../data/measures/ph.json' with { type: 'json' }
import ru from '../../data/measures/ru.json' with { type: 'json' }
import sg from '../../data/measures/sg.json' with { type: 'json' }
import tw from '../../data/measures/tw.json' with { type: 'json' }
import ua from '../../data/measures/ua.json' with { type: 'json' }
import un from '../../data/measures/un.json' with { type: 'json' }
import usBis from '../../data/measures/us-bis.json' with { type: 'json' }
import usFincen from '../../data/measures/us-fincen.json' with { type: 'json' }
import usOfac from '../../data/measures/us-ofac.json' with { type: 'json' }
import usState from '../../data/measures/us-state.json' with { type: 'json' }
import type { Measure } from '../model/measure.js'
import type { GroupTable } from '../model/membership.js'

/** The measures that ship with the package. Their validity against the schema is proven by a test, not at load. */

/** The day up to which the facts were kept. */
export const FACTS_AS_OF = '2026-11-23'

const files: readonly { readonly measures: readonly unknown[] }[] = [
  au,
  ca,
  ch,
  cn,
  eu,
  gb,
  jp,
  kr,
  li,
  no,
  nz,
  osce,
  ph,
  ru,
  sg,
  tw,
  ua,
  un,
  usBis,
  usFincen,
  usOfac,
  usState,
]

/** All embedded measures, in order of authority and id. */
export const embeddedMeasures = files.flatMap((file) => file.measures) as readonly Measure[]

/** The groups of territories that ship with the package, and who was in them when. */
export const embeddedGroups = usGroups as GroupTable
