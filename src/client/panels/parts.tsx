/** Small pieces that several panels are made of. */
import type { ComponentChildren } from 'preact';
import type { Marking } from '../../core/model/product.ts';
import { say } from '../../words/index.ts';
import { nationCode, useSetting, useZulu } from './setting.ts';

/** A panel with its heading; the body scrolls, the heading stays. */
export function Panel(props: {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="panel" id={props.id} aria-labelledby={`${props.id}-title`} tabIndex={-1}>
      <h2 class="panel-title" id={`${props.id}-title`}>
        {props.title}
        {props.count ? <span class="count">{props.count}</span> : null}
      </h2>
      {props.children}
    </section>
  );
}

/** A heading inside a panel. */
export function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="group">
      <h3 class="group-title">{title}</h3>
      {children}
    </div>
  );
}

/** The first few of a list, and the rest behind a fold. */
export function Folded(props: {
  readonly entries: readonly ComponentChildren[];
  readonly shown: number;
  readonly word?: (count: number) => string;
}) {
  const { entries, shown, word = (count) => say('fold.earlier', { count }) } = props;
  const rest = entries.slice(shown);
  return (
    <>
      <ol class="cards">{entries.slice(0, shown)}</ol>
      {rest.length === 0 ? null : (
        <details class="folded-away">
          <summary>{word(rest.length)}</summary>
          <ol class="cards">{rest}</ol>
        </details>
      )}
    </>
  );
}

export const Empty = ({ children }: { readonly children: string }) => <p class="empty">{children}</p>;

/** The headings of a table's columns. */
export const Heads = ({ heads }: { readonly heads: readonly string[] }) => (
  <thead>
    <tr>
      {heads.map((head) => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
    </tr>
  </thead>
);

/** A table that may be wider than its place: then it scrolls by itself, by keyboard too. */
export function Wide(props: { readonly label: string; readonly tall?: boolean; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={props.tall ? 'wide tall' : 'wide'} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}

/** A nation's letters with its stripe of colour: the only place where national colours are used. */
export function NationMark({ nation }: { readonly nation: string }) {
  const code = nationCode(useSetting(), nation);
  return (
    <span class="nation" data-nation={code}>
      {code}
    </span>
  );
}

/** A moment in Zulu, in the typeface of times. */
export function At({ at }: { readonly at: number }) {
  return <time class="at">{useZulu()(at)}</time>;
}

/** A portion marking as it would stand on paper; fictional markings begin with EXERCISE. */
export function MarkingLine({ marking }: { readonly marking: Marking }) {
  const setting = useSetting();
  const releasable = marking.releasableTo.map((nation) => nationCode(setting, nation));
  const parts = [
    say('marking.exercise', { classification: marking.classification }),
    ...marking.controls.map((control) => say(`marking.${control}`)),
    ...(releasable.length > 0 ? [say('marking.releasable', { nations: releasable.join(', ') })] : []),
  ];
  return <p class="marking">{parts.join(' // ')}</p>;
}

/** What was written down for one reader carries that reader's name, and not the marking of what it was written from. */
export function TearLineMarking({ reader }: { readonly reader: string }) {
  const nations = nationCode(useSetting(), reader);
  return <p class="marking">{[say('marking.tearLine'), say('marking.releasable', { nations })].join(' // ')}</p>;
}
