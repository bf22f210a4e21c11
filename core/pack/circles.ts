type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds what waits for itself, directly or through others, and what stands between two such circles: takes away
 * whatever waits for nothing, then whatever nothing waits for, until only they are left.
 *
 * @param waitsFor what each name waits for; names that are no key are waited for by mistake and count for nothing
 */
export function inCircles(waitsFor: Graph): ReadonlySet<string> {
  return new Set(withoutEnds(reversed(withoutEnds(waitsFor))).keys());
}

function withoutEnds(graph: Graph): Graph {
  const open = new Map([...graph].map(([name, others]) => [name, others.filter((other) => graph.has(other)).length]));
  const waiting = reversed(graph);
  const ends = [...open.keys()].filter((name) => open.get(name) === 0);
  // The list grows while it is walked through: what waited only for ends is an end itself.
  for (const end of ends)
    for (const name of waiting.get(end) ?? []) {
      const left = (open.get(name) ?? 0) - 1;
      open.set(name, left);
      if (left === 0) ends.push(name);
    }
  const gone = new Set(ends);
  return new Map([...graph].filter(([name]) => !gone.has(name)));
}

function reversed(graph: Graph): Graph {
  const turned = new Map<string, string[]>([...graph.keys()].map((name) => [name, []]));
  for (const [name, others] of graph) for (const other of others) turned.get(other)?.push(name);
  return turned;
}
