/** What I sent and asked, as I was told of it: sent, acknowledged, answered; never more. */

import type { Phrase, RequestCard, SeatView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { tellPhrase } from '../../words/phrases.ts';
import { Glyph } from './glyph.tsx';
import { outcomeName } from './named.ts';
import { Empty, Folded, Group, Panel } from './parts.tsx';
import { organisationName, useSetting, useZulu } from './setting.ts';

export function Requests({ view }: { readonly view: SeatView }) {
  const waiting = view.requests.filter((request) => request.answeredAt === null).length;
  return (
    <Panel id="asked" title={say('asked.title')} count={waiting}>
      {view.requests.length === 0 ? <Empty>{say('asked.empty')}</Empty> : null}
      <Folded
        entries={unansweredFirst(view).map((request) => <Request key={request.ref} request={request} now={view.now} />)}
        shown={waiting + ANSWERED_SHOWN}
      />
      <Works view={view} />
    </Panel>
  );
}

const ANSWERED_SHOWN = 3;

/** What still waits, the latest first; then what was answered, the latest answer first. */
function unansweredFirst({ requests }: SeatView): readonly RequestCard[] {
  const waiting = requests.filter(({ answeredAt }) => answeredAt === null).toReversed();
  const answered = requests.filter(({ answeredAt }) => answeredAt !== null);
  return [...waiting, ...answered.toSorted((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0))];
}

function Request({ request, now }: { readonly request: RequestCard; readonly now: number }) {
  const setting = useSetting();
  const names = { from: organisationName(setting, request.from), to: organisationName(setting, request.to) };
  return (
    <li class="card request" data-answered={request.answeredAt !== null}>
      <p class="card-top">
        <b>{request.title}</b>
      </p>
      <p class="quiet">{say('asked.towards', names)}</p>
      <Steps request={request} now={now} />
    </li>
  );
}

/** Sent, received, answered: three marks, filled as far as the seat was told; between them where it stands, where that can be looked up. */
function Steps({ request, now }: { readonly request: RequestCard; readonly now: number }) {
  const zulu = useZulu();
  const { startsAt } = useSetting();
  const { sentAt, acknowledgedAt, answeredAt } = request;
  const steps = [
    { told: true, words: say('asked.sent', { at: zulu(sentAt) }) },
    acknowledgedAt === null
      ? { told: false, words: say('asked.notAcknowledged') }
      : { told: true, words: say('asked.acknowledged', { at: zulu(acknowledgedAt) }) },
    ...request.stands.flatMap(({ label }) =>
      label === null ? [] : [{ told: true, words: tellPhrase(startsAt, lookedUp(label)) }],
    ),
    answeredAt === null
      ? { told: false, words: say('asked.silent', { time: spoken(now - (acknowledgedAt ?? sentAt)) }) }
      : {
          told: true,
          words: say('asked.answered', { at: zulu(answeredAt), outcome: outcomeName(request.outcome ?? 'ok') }),
        },
  ];
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.words} data-told={step.told}>
          <Glyph shape={step.told ? 'circle' : 'ring'} /> {step.words}
        </li>
      ))}
    </ol>
  );
}

/** The card's own title says what it is about. */
const lookedUp = ({ key, args }: Phrase): Phrase => ({ key: key.replace(/^truth\./, 'tracked.'), args });

function Works({ view }: { readonly view: SeatView }) {
  const setting = useSetting();
  const zulu = useZulu();
  return (
    <Group title={say('asked.works')}>
      {view.works.length === 0 ? <Empty>{say('asked.worksEmpty')}</Empty> : null}
      <ul class="cards">
        {view.works.map((work) => (
          <li key={work.ref} class="card">
            <p class="card-top">
              <Glyph shape="half" /> <b>{work.title}</b>
            </p>
            <p class="quiet">
              {say('asked.workSince', {
                organisation: organisationName(setting, work.organisation),
                at: zulu(work.since),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Group>
  );
}
