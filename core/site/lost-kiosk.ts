/** What a house does when its kiosk is gone, in its order; the words stand under `desk.papers.lost.step`. */
export const LOST_KIOSK_STEPS = ['ring', 'shutOut', 'safe', 'missing', 'other'] as const;
