/** What has reached me: incidents as I know them, messages, products with their markings. */

import type { NoticeOf } from '../../core/model/notice.ts';
import type { CurtainView, HeldProduct, IncidentCard, SeatView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import type { Dealings } from '../link/dealings.ts';
import { BehindCurtain } from './curtain.tsx';
import { Glyph } from './glyph.tsx';
import { kindName, methodName } from './named.ts';
import { noticeLine } from './notice-line.ts';
import { At, Empty, Folded, Group, MarkingLine, NationMark, Panel, TearLineMarking } from './parts.tsx';
import { nationName, organisationName, useSetting, useZulu } from './setting.ts';

export interface InboxProps {
  readonly view: SeatView;
  readonly curtain: CurtainView | null;
  readonly dealings: Dealings | null;
  /** What came before this moment was on the table already at the last look. */
  readonly lookedAt: number;
}

type Message = NoticeOf<'MessageReceived'>;

export function Inbox({ view, curtain, dealings, lookedAt }: InboxProps) {
  return (
    <Panel id="reached" title={say('reached.title')}>
      <details class="my-part" open={view.now === 0}>
        <summary>{say('reached.brief')}</summary>
        <p class="prose">{view.card.brief}</p>
      </details>
      <Group title={say('reached.incidents')}>
        {view.incidents.length === 0 ? <Empty>{say('reached.incidentsEmpty')}</Empty> : null}
        <Folded
          entries={incidentsInOrder(view).map((incident) => (
            <Incident key={incident.ref} incident={incident} lookedAt={lookedAt} />
          ))}
          shown={view.incidents.length - pastIncidents(view).length}
          word={(count) => say('fold.past', { count })}
        />
      </Group>
      {curtain === null ? null : <BehindCurtain curtain={curtain} dealings={dealings} />}
      <Log view={view} lookedAt={lookedAt} />
      <Group title={say('reached.products')}>
        {view.products.length === 0 ? <Empty>{say('reached.productsEmpty')}</Empty> : null}
        <Folded
          entries={latestOf(view.products).map((product) => (
            <Product
              key={`${product.ref} ${product.form}`}
              product={product}
              reader={view.card.nation}
              lookedAt={lookedAt}
            />
          ))}
          shown={PRODUCTS_SHOWN}
        />
      </Group>
    </Panel>
  );
}

/** What a reader can take in at once; the rest is behind a fold. */
const ENTRIES_SHOWN = 24;
const PRODUCTS_SHOWN = 8;

/** Incidents whose window, as the seat knows it, is past. */
const pastIncidents = ({ incidents, now }: SeatView): readonly IncidentCard[] =>
  incidents.filter(({ closesAt }) => closesAt !== null && closesAt < now);

/** Those that still run, the latest first; then those that are past. */
function incidentsInOrder(view: SeatView): readonly IncidentCard[] {
  const past = pastIncidents(view);
  return [...view.incidents.filter((one) => !past.includes(one)).toReversed(), ...past];
}

/** The latest first; what came again in the same form stands once. */
function latestOf(products: readonly HeldProduct[]): readonly HeldProduct[] {
  const byForm = new Map(products.map((product) => [`${product.ref} ${product.form}`, product]));
  return [...byForm.values()].toSorted((a, b) => b.at - a.at);
}

const NewMark = ({ at, lookedAt }: { readonly at: number; readonly lookedAt: number }) =>
  at > lookedAt ? <span class="new">{say('reached.new')}</span> : null;

function Incident({ incident, lookedAt }: { readonly incident: IncidentCard; readonly lookedAt: number }) {
  const zulu = useZulu();
  return (
    <li class="card incident" data-known={incident.natureKnown}>
      <p class="card-top">
        <b>{incident.title}</b> <NewMark at={incident.knownSince} lookedAt={lookedAt} />
      </p>
      <p class="quiet">
        {say('reached.since', { at: zulu(incident.knownSince) })} ·{' '}
        {say(incident.natureKnown ? 'reached.known' : 'reached.as')}
      </p>
      {incident.closesAt === null ? (
        <p class="quiet">{say('reached.noDeadline')}</p>
      ) : (
        <p class="closes">
          <Glyph shape="triangle" /> <b>{say('reached.closes', { at: zulu(incident.closesAt) })}</b>{' '}
          {incident.closesBecause}
        </p>
      )}
    </li>
  );
}

/** Everything that came in, the latest first: messages in full, the rest a line each. */
function Log({ view, lookedAt }: Pick<InboxProps, 'view' | 'lookedAt'>) {
  const setting = useSetting();
  const names = {
    zulu: useZulu(),
    organisation: (id: string) => organisationName(setting, id),
    nation: (id: string) => nationName(setting, id),
  };
  const entries = view.inbox.flatMap((notice, i) => {
    if (notice.type === 'MessageReceived') return [<MessageCard key={i} message={notice} lookedAt={lookedAt} />];
    const line = noticeLine(notice, view, names);
    if (line === null) return [];
    return [
      <li key={i} class="log-line">
        <At at={notice.at} /> <Glyph shape={line.shape} /> <span>{line.words}</span>{' '}
        <NewMark at={notice.at} lookedAt={lookedAt} />
      </li>,
    ];
  });
  const fresh = view.inbox.filter(({ at }) => at > lookedAt).length;
  return (
    <Group title={say('reached.messages')}>
      {entries.length === 0 ? <Empty>{say('reached.messagesEmpty')}</Empty> : null}
      <Folded entries={entries.toReversed()} shown={Math.max(ENTRIES_SHOWN, fresh)} />
    </Group>
  );
}

function MessageCard({ message, lookedAt }: { readonly message: Message; readonly lookedAt: number }) {
  return (
    <li class="card message">
      <p class="card-top">
        <At at={message.at} /> <b>{message.from}</b> <span class="quiet">{methodName(message.method)}</span>{' '}
        <NewMark at={message.at} lookedAt={lookedAt} />
      </p>
      <p>{message.text}</p>
    </li>
  );
}

function Product(props: {
  readonly product: HeldProduct;
  /** Nation of whoever holds it. */
  readonly reader: string;
  readonly lookedAt: number;
}) {
  const { product, reader, lookedAt } = props;
  const setting = useSetting();
  const from = setting.organisations.find((one) => one.id === product.from);
  return (
    <li class="card product">
      {product.form === 'tear-line' ? <TearLineMarking reader={reader} /> : <MarkingLine marking={product.marking} />}
      <p class="card-top">
        <At at={product.at} /> <b>{product.title}</b> <NewMark at={product.at} lookedAt={lookedAt} />
      </p>
      <p class="quiet">
        {kindName(product.kind)}, {say(`form.${product.form}`)} ·{' '}
        {product.from === null ? (
          say('reached.own')
        ) : (
          <>
            {say('reached.from', { from: organisationName(setting, product.from) })}{' '}
            {from ? <NationMark nation={from.nation} /> : null}
          </>
        )}
      </p>
      <Quality quality={product.quality} />
    </li>
  );
}

/** Five marks, as many filled as the product is good. */
function Quality({ quality }: { readonly quality: number }) {
  return (
    <p class="quality">
      <span aria-hidden="true">
        {[1, 2, 3, 4, 5].map((mark) => (
          <i key={mark} data-filled={mark <= quality} />
        ))}
      </span>
      {say('reached.quality', { quality })}
    </p>
  );
}
