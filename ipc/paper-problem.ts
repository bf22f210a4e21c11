/** Why nothing came out on paper. `notHere`: what was asked for does not stand in this window. */
export type PaperProblem = { readonly kind: 'noPrinter' | 'notPrinted' | 'notHere' };
