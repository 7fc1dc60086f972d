/** The whole page: reads link's signals and hands panels their props. */
import { useEffect, useErrorBoundary } from 'preact/hooks';
import type { Appearance } from './link/appearance.ts';
import type { Play } from './link/cards.ts';
import { friendlySeed } from './link/luck.ts';
import type { Reruns } from './link/reruns.ts';
import type { Shelf } from './link/shelf.ts';
import type { SoloTable } from './link/solo-table.ts';
import type { StartDesk } from './link/start-desk.ts';
import type { OtherEvenings } from './link/usual.ts';
import { Review } from './panels/review.tsx';
import { SettingProvider } from './panels/setting.ts';
import { Start } from './panels/start.tsx';
import { TakingUp } from './panels/start-taking-up.tsx';
import { Table } from './panels/table.tsx';
import type { HangPicture } from './panels/theatre.tsx';
import { TroubleNote } from './panels/trouble.tsx';

export interface SayDoProps {
  readonly table: SoloTable;
  readonly startDesk: StartDesk;
  readonly shelf: Shelf;
  readonly appearance: Appearance;
  readonly hang: HangPicture;
  readonly others: OtherEvenings;
  readonly reruns: Reruns;
}

export function SayDo(props: SayDoProps) {
  const { table } = props;
  const [fault] = useErrorBoundary((why: unknown) => table.reportFault(why));
  return (
    <>
      {fault === undefined ? <Place {...props} /> : null}
      <TroubleNote trouble={table.trouble.value} onDismiss={() => table.dismissTrouble()} />
    </>
  );
}

function Place(props: SayDoProps) {
  const place = props.table.place.value;
  const play = props.table.play.value;
  if (props.table.arriving.value === 'taken-up') return <TakingUp />;
  if (place.at === 'start' || play === null) return <StartPlace {...props} />;
  return (
    <SettingProvider value={play.setting}>
      {place.at === 'review' && play.review !== null ? (
        <ReviewPlace {...props} play={play} />
      ) : (
        <TablePlace {...props} play={play} />
      )}
    </SettingProvider>
  );
}

function StartPlace({ table, startDesk, shelf, appearance, hang }: SayDoProps) {
  const setting = startDesk.setting.value;
  if (setting === null) return null;
  return (
    <SettingProvider value={setting}>
      <Start
        scenarios={shelf.scenarios}
        policies={startDesk.policies.value}
        choice={startDesk.choice.value}
        fetching={startDesk.fetching.value}
        arriving={table.arriving.value !== null}
        opened={startDesk.opened.value}
        hang={hang}
        runs={table.runList.cards.value}
        forgotten={table.runList.forgotten.value !== null}
        theme={appearance.theme.value}
        acts={{
          choose: (choice) => startDesk.choose(choice),
          otherLuck: () => startDesk.otherLuck(),
          fetch: () => void startDesk.fetch(),
          begin: () => void table.begin(startDesk.choice.value),
          resume: (run) => void table.goTo({ at: 'review', run }),
          forget: (run) => void table.runList.forget(run),
          undoForget: () => void table.runList.undoForget(),
          changeTheme: appearance.change,
        }}
      />
    </SettingProvider>
  );
}

function TablePlace({ table, appearance, hang, play }: SayDoProps & { readonly play: Play }) {
  return (
    <Table
      view={play.view}
      curtain={play.curtain}
      dealings={play.curtain === null ? null : play.dealings}
      openTheatre={play.openTheatre}
      held={play.held}
      ended={play.ended}
      lookedAt={play.lookedAt}
      kept={table.kept.value}
      theme={appearance.theme.value}
      singleKeys={appearance.singleKeys.value}
      hang={hang}
      acts={{
        next: () => table.advanceToNextDecision(),
        hour: () => table.advanceHour(),
        end: () => table.advanceToEnd(),
        decide: ({ decision, option, reason }) => table.decide(decision, option, reason),
        takeSeat: (seat) => table.takeSeat(seat),
        drawCurtain: (open) => table.drawCurtain(open),
        changeTheme: appearance.change,
        changeKeys: appearance.changeKeys,
        downloadRecord: () => table.downloadRecord(),
        review: () => void table.goTo({ at: 'review', run: play.run }),
        leave: () => void table.goTo({ at: 'start' }),
      }}
    />
  );
}

function ReviewPlace({ table, shelf, appearance, others, reruns, play }: SayDoProps & { readonly play: Play }) {
  const review = play.review as NonNullable<Play['review']>;
  useEffect(() => {
    if (table.definition !== null) others.play(table.definition, play.setting.seed, review);
    reruns.stop();
  }, [play.run]);
  const again = (policy: string, seed: string) => void table.playAgain(policy, seed);
  return (
    <Review
      review={review}
      digest={play.digest}
      usual={others.card.value}
      dealings={play.dealings}
      back={reruns.card.value}
      discussion={play.discussion}
      policies={shelf.policies}
      policy={play.policy}
      theme={appearance.theme.value}
      onTheme={appearance.change}
      onRerun={() => table.played !== null && reruns.play(table.played)}
      onStopRerun={() => reruns.stop()}
      onStart={() => void table.goTo({ at: 'start' })}
      onTable={() => void table.goTo({ at: 'table', run: play.run })}
      onOtherPolicy={(policy) => again(policy, play.setting.seed)}
      onOtherLuck={() => again(play.policy, friendlySeed())}
      onRecord={() => table.downloadRecord()}
    />
  );
}
