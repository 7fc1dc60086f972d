/** What is holding us up, in one sentence: as this seat was told it; with the curtain open, the truth below it. */

import type { CurtainView, Phrase, SeatView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import { Glyph } from './glyph.tsx';
import { useLed } from './setting.ts';

export interface HoldingProps {
  readonly view: SeatView;
  readonly ended: boolean;
  readonly curtain: CurtainView | null;
  /** Phrases carry moments as numbers; whoever knows StartEx makes sentences of them. */
  readonly tell: (phrase: Phrase) => string;
}

export function Holding({ view, ended, curtain, tell }: HoldingProps) {
  const nothing = useLed() ? 'room.heldUpNothing' : 'heldUp.nothing';
  return (
    <div class="holding">
      <div class="held told">
        <h2 class="held-title">
          {say('heldUp.title')} <span class="quiet">{say('heldUp.told')}</span>
        </h2>
        <Sentences phrases={view.holding.map(tell)} otherwise={say(ended ? 'heldUp.over' : nothing)} />
      </div>
      {curtain === null ? null : (
        <div class="held curtain">
          <h2 class="held-title">
            <Glyph shape="eye" /> {say('heldUp.truth')} <span class="quiet">{say('heldUp.truthTold')}</span>
          </h2>
          <Sentences phrases={othersFirst(curtain.holding, view).map(tell)} otherwise={say('heldUp.truthNothing')} />
        </div>
      )}
    </div>
  );
}

/** What the seat knows anyway, its own open questions, comes after the rest of the truth. */
function othersFirst(phrases: readonly Phrase[], view: SeatView): readonly Phrase[] {
  const own = new Set(view.decisions.map(({ title }) => title));
  const isOwn = ({ key, args }: Phrase): boolean => key === 'truth.decision' && own.has(String(args.title));
  return [...phrases.filter((phrase) => !isOwn(phrase)), ...phrases.filter(isOwn)];
}

function Sentences({ phrases, otherwise }: { readonly phrases: readonly string[]; readonly otherwise: string }) {
  const [first, ...more] = phrases;
  return (
    <div class="held-body">
      <p class="held-first">{first ?? otherwise}</p>
      {more.length === 0 ? null : (
        <details class="held-more">
          <summary>{say('heldUp.more', { count: more.length })}</summary>
          <ul>
            {more.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
