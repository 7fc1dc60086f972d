/** Where the picture hangs. The picture itself comes later, by dynamic import, and never holds up the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Theatre as TheatreView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import { Glyph } from './glyph.tsx';
import { labelled } from './labelled.ts';
import { TheatreTwin } from './theatre-twin.tsx';

export interface Showing {
  readonly theatre: TheatreView;
  readonly now: number;
  readonly startsAt: string;
}

/** What the picture gives back once it hangs. */
export interface HungPicture {
  show(view: Showing): void;
  destroy(): void;
}
/** `onOpen` is called when somebody points at a link or a place in the picture. */
export type HangPicture = (element: HTMLElement, onOpen: () => void) => Promise<HungPicture>;

export interface TheatreProps {
  readonly showing: Showing;
  readonly truth: boolean;
  readonly hang: HangPicture;
}

export function Theatre(props: TheatreProps) {
  const [twinOpen, setTwinOpen] = useState(false);
  return (
    <section class="panel theatre" id="picture" aria-labelledby="picture-title" tabIndex={-1} data-truth={props.truth}>
      <h2 class="panel-title" id="picture-title">
        {say('picture.title')}
        {props.truth ? (
          <span class="truth-note">
            <Glyph shape="eye" /> {say('picture.truth')}
          </span>
        ) : null}
      </h2>
      <Picture {...props} onOpen={() => setTwinOpen(true)} />
      <TheatreTwin
        theatre={labelled(props.showing.startsAt, props.showing.theatre)}
        open={twinOpen}
        onToggle={setTwinOpen}
      />
    </section>
  );
}

const whyOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

export interface PictureProps {
  readonly showing: Showing;
  readonly hang: HangPicture;
  readonly onOpen?: () => void;
}

/** The frame; also used on the start page, without heading or twin. */
export function Picture({ showing, hang, onOpen = () => {} }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const hung = useRef<HungPicture | null>(null);
  const latest = useRef(showing);
  const [state, setState] = useState<'loading' | 'hung' | { readonly why: string }>('loading');
  latest.current = showing;
  const opened = useRef(onOpen);
  opened.current = onOpen;

  /** A picture that cannot be drawn must not take the table with it: the twin says the same. */
  const show = (): void => {
    const { theatre, now, startsAt } = latest.current;
    try {
      hung.current?.show({ theatre: labelled(startsAt, theatre), now, startsAt });
    } catch (why) {
      setState({ why: whyOf(why) });
    }
  };

  useEffect(() => {
    let gone = false;
    const element = frame.current as HTMLDivElement;
    hang(element, () => opened.current()).then(
      (picture) => {
        if (gone) return picture.destroy();
        hung.current = picture;
        setState('hung');
        show();
      },
      (fault: unknown) => setState({ why: whyOf(fault) }),
    );
    return () => {
      gone = true;
      hung.current?.destroy();
      hung.current = null;
    };
  }, [hang]);

  useEffect(show, [showing.theatre, showing.now]);

  return (
    <div class="picture">
      <div class="picture-frame" ref={frame} aria-hidden="true" />
      {state === 'hung' ? null : (
        <p class="picture-word">
          {state === 'loading' ? say('picture.loading') : say('picture.missing', { why: state.why })}
        </p>
      )}
    </div>
  );
}
