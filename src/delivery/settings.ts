/** How deliveries are dealt with. */
export interface DeliverySettings {
  /** How old a missed run may be to be told at all, in milliseconds. */
  catchUpMs: number;
  /** What is done with a post of unknown outcome whose channel may not be read: it is held back, or sent again. */
  unknownPosts: 'hold' | 'send';
}
