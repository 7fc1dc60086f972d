/** A piece of work in somebody's hands or in a queue. */
export interface WorkInHand {
  readonly work: string;
  /** `s4s/disclosure`: organisation and role. */
  readonly desk: string;
  readonly queuedAt: number | null;
  readonly ahead: number;
  readonly opensAt: number | null;
  readonly begunAt: number | null;
  readonly onCall: boolean;
}
