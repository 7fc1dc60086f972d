/** The whole page: reads link's signals and hands panels their props. */
import { useErrorBoundary } from 'preact/hooks';
import type { SayDoProps } from './page.ts';
import { SettingProvider } from './panels/setting.ts';
import { Start } from './panels/start.tsx';
import { TakingUp } from './panels/start-taking-up.tsx';
import { TroubleNote } from './panels/trouble.tsx';

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
  const places = props.playPlaces.value;
  if (props.table.arriving.value === 'taken-up')
    return <TakingUp marking={props.startDesk.setting.value?.marking ?? ''} />;
  if (place.at === 'start' || play === null || places === null) return <StartPlace {...props} />;
  return (
    <SettingProvider value={play.setting}>
      {place.at === 'review' && play.review !== null ? (
        <places.ReviewPlace {...props} play={play} />
      ) : (
        <places.TablePlace {...props} play={play} />
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
