/** Words that very many names share, by weight; everything else is rare. */
const common: readonly (readonly [number, string])[] = [
  [
    0.3,
    'trading company international general group services industrial industries import export technology shipping',
  ],
  [
    0.45,
    'mohammed muhammad mohamed ahmad ahmed ali hassan hussein abdul abdullah kim lee li wang zhang chen park nguyen singh',
  ],
  [
    0.45,
    'china korea russia iran hong kong beijing shanghai pyongyang moscow tehran dubai national bank university',
  ],
  [
    0.5,
    'john james robert michael william david maria jose juan carlos ivan sergei alexander vladimir ibrahim khan',
  ],
  [0.55, 'smith johnson brown garcia rodriguez ivanov petrov star sea ocean golden global united star'],
]

const weights = new Map(
  common.flatMap(([weight, words]) => words.split(' ').map((word) => [word, weight] as const)),
)

/** Information weight of a token, 0.2 to 1; 1 for a word that few names share. */
export function rarity(text: string): number {
  return weights.get(text) ?? 1
}
