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

interface Node {
  readonly name: string;
  readonly others: readonly string[];
  /** How many it still waits for. */
  left: number;
  /** Those that wait for it. */
  readonly waiting: Node[];
}

function withoutEnds(graph: Graph): Graph {
  const nodes = [...graph].map(([name, others]): Node => ({ name, others, left: 0, waiting: [] }));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const node of nodes)
    for (const other of node.others.flatMap((name) => byName.get(name) ?? [])) {
      node.left += 1;
      other.waiting.push(node);
    }
  const ends = nodes.filter(({ left }) => left === 0);
  // The list grows while it is walked through: what waited only for ends is an end itself.
  for (const end of ends)
    for (const node of end.waiting) {
      node.left -= 1;
      if (node.left === 0) ends.push(node);
    }
  return new Map(nodes.filter(({ left }) => left > 0).map(({ name, others }) => [name, others]));
}

function reversed(graph: Graph): Graph {
  const turned = new Map<string, string[]>([...graph.keys()].map((name) => [name, []]));
  for (const [name, others] of graph) for (const other of others) turned.get(other)?.push(name);
  return turned;
}
