/** Something slow that a test lets happen at its own time. */
export interface Gate {
  /** Resolves when the gate is open. */
  passed(): Promise<void>;
  open(): void;
}

/** Makes a gate that is closed. */
export function closedGate(): Gate {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed: () => passed, open: () => open() };
}

/** Makes a gate that keeps nobody waiting. */
export function openGate(): Gate {
  return { passed: () => Promise.resolve(), open: () => undefined };
}
