/** The last page: what became of each incident, where the time went, who decided what and why, and what to play next. */
import { useEffect, useState } from 'preact/hooks';
import type { ReviewView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import type { Theme, UsualCard } from '../link/cards.ts';
import type { Dealings } from '../link/dealings.ts';
import { Banner, FootBanner } from './banner.tsx';
import { Measures } from './measures.tsx';
import type { PlayAgainProps } from './review-again.tsx';
import { PlayAgain } from './review-again.tsx';
import type { BackProps } from './review-back.tsx';
import { BoughtBack } from './review-back.tsx';
import { Dealt } from './review-dealt.tsx';
import { Decisions } from './review-decisions.tsx';
import { AtAGlance } from './review-glance.tsx';
import { FoldedIncident, ReviewIncidentCard } from './review-incident.tsx';
import { HowUsual } from './review-usual.tsx';
import { useSetting } from './setting.ts';
import { ThemeSwitch } from './top-bar.tsx';

export interface ReviewProps extends PlayAgainProps, BackProps {
  readonly review: ReviewView;
  readonly digest: string;
  readonly usual: UsualCard;
  readonly dealings: Dealings | null;
  readonly discussion: readonly string[];
  readonly theme: Theme;
  readonly onTheme: () => void;
  readonly onStart: () => void;
  readonly onTable: () => void;
}

export function Review(props: ReviewProps) {
  const { review } = props;
  const setting = useSetting();
  useEffect(() => window.scrollTo(0, 0), []);
  useEffect(() => {
    document.title = `${say('review.title')} · ${setting.scenario}`;
  }, [setting.scenario]);
  return (
    <div class="place review">
      <a class="skip" href="#again">
        {say('review.again')}
      </a>
      <Banner marking={setting.marking} />
      <ReviewHead {...props} />
      <main class="review-body">
        <Incidents {...props} />
        <PlayAgain {...props} />
        {isDealt(props.dealings) ? <Dealt dealings={props.dealings} review={review} /> : null}
        <BoughtBack {...props} />
        <HowUsual usual={props.usual} review={review} />
        <Decisions review={review} />
        {props.discussion.length === 0 ? null : <Discussion questions={props.discussion} />}
        <Measures review={review} />
        <p class="made-from">
          {say('review.madeFrom', {
            scenario: setting.scenario,
            policy: setting.policy,
            seed: setting.seed,
            digest: props.digest,
          })}
        </p>
      </main>
      <FootBanner marking={setting.marking} />
    </div>
  );
}

/** With more than this, the page begins with a table, and each incident is opened by itself. */
const MANY = 4;

function Incidents({ review: { incidents }, dealings }: ReviewProps) {
  const [open, setOpen] = useState<readonly string[]>([]);
  if (incidents.length <= MANY)
    return (
      <div class="review-incidents">
        {incidents.map((incident) => (
          <ReviewIncidentCard key={incident.id} incident={incident} dealings={dealings} />
        ))}
      </div>
    );
  const toggle = (id: string, isOpen: boolean) =>
    setOpen((before) => [...before.filter((one) => one !== id), ...(isOpen ? [id] : [])]);
  const show = (id: string) => {
    toggle(id, true);
    requestAnimationFrame(() => document.getElementById(`fold-${id}`)?.scrollIntoView());
  };
  return (
    <>
      <AtAGlance incidents={incidents} onOpen={show} />
      <div class="review-incidents folded">
        {incidents.map((incident) => (
          <FoldedIncident
            key={incident.id}
            incident={incident}
            dealings={dealings}
            open={open.includes(incident.id)}
            onToggle={(isOpen) => toggle(incident.id, isOpen)}
          />
        ))}
      </div>
    </>
  );
}

/** Scenarios without promises, trust or a ladder have nothing to say here. */
const isDealt = (dealings: Dealings | null): dealings is Dealings =>
  dealings !== null &&
  (dealings.ladder !== null || dealings.promises.length + dealings.trust.length + dealings.harms.length > 0);

const score = ({ incidents }: ReviewView): string =>
  say('review.score', { met: incidents.filter(({ windowMet }) => windowMet).length, all: incidents.length });

function ReviewHead({ review, theme, onTheme, onStart, onTable }: ReviewProps) {
  const setting = useSetting();
  return (
    <header class="top-bar">
      <button type="button" class="wordmark" onClick={onStart}>
        {say('start.title')}
        <span class="hidden">: {say('review.toStart')}</span>
      </button>
      <div class="review-title">
        <h1>
          {say('review.title')} <span class="score">{score(review)}</span>
        </h1>
        <p class="quiet">
          {say('review.told', { scenario: setting.scenario, policy: setting.policy, seed: setting.seed })}
        </p>
      </div>
      <div class="top-switches">
        <button type="button" onClick={onTable}>
          {say('review.backToTable')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {say('review.print')}
        </button>
        <ThemeSwitch theme={theme} onTheme={onTheme} />
      </div>
    </header>
  );
}

function Discussion({ questions }: { readonly questions: readonly string[] }) {
  return (
    <section class="review-part" aria-labelledby="review-discussion">
      <h2 id="review-discussion">{say('review.discussion')}</h2>
      <ol class="prose">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </section>
  );
}
