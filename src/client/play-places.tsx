/** The places of a run: the table and the review. Fetched once the start page stands, which does without them. */
import { useEffect } from 'preact/hooks';
import { friendlySeed } from './link/luck.ts';
import type { PlayProps } from './page.ts';
import { Review } from './panels/review.tsx';
import { Table } from './panels/table.tsx';

export function TablePlace({ table, appearance, hang, play }: PlayProps) {
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

export function ReviewPlace({ table, shelf, appearance, others, reruns, play }: PlayProps) {
  const review = play.review as NonNullable<PlayProps['play']['review']>;
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
