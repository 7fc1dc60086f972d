/** The scene: one way in, `show`. It can be rebuilt from the next moment at any time, and stops its loop while nothing moves. */
import type { GameObjects } from 'phaser';
import { Core, Scene as PhaserScene, Renderer } from 'phaser';
import { zulu } from '../../words/formats.ts';
import type { Composition, LinkPicture } from './compose.ts';
import { compose } from './compose.ts';
import type { Frame } from './frame.ts';
import { frameFor } from './frame.ts';
import type { Measure } from './lettering.ts';
import { colourOf, createMeasure, faces, familyOf } from './lettering.ts';
import type { Layers } from './link-actor.ts';
import { LinkActor } from './link-actor.ts';
import { GATE_RADIUS } from './links.ts';
import type { Outlook } from './outlook.ts';
import { MIDDLES, outlookOf, sameOutlook } from './outlook.ts';
import { paintGround } from './paint-ground.ts';
import { paintNight } from './paint-night.ts';
import { paintPlaces } from './paint-places.ts';
import type { Theme } from './palette.ts';
import { palettes } from './palette.ts';
import { pick } from './pick.ts';
import type { Change, Endings } from './plan.ts';
import { endingsOf, isOtherTable, plan } from './plan.ts';
import type { Intention, Scene } from './scene.ts';
import type { Point } from './shapes.ts';
import type { Sheet, Size } from './sheet.ts';
import { createSheet } from './sheet.ts';
import type { Stock } from './stock.ts';
import { createStock } from './stock.ts';
import { clockBox } from './writing.ts';

interface Stage {
  readonly frame: Frame;
  readonly ground: Sheet;
  readonly night: Sheet;
  readonly places: Sheet;
  readonly layers: Layers;
  readonly stock: Stock;
  readonly clock: GameObjects.Text;
}

export class TheatreScene extends PhaserScene {
  private readonly whenReady: () => void;
  private readonly measure: Measure = createMeasure(
    document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D,
  );
  private readonly actors = new Map<string, LinkActor>();
  private theme: Theme;
  private size: Size;
  private stage: Stage | undefined;
  private shown: Scene | undefined;
  private outlook: Outlook = { middle: MIDDLES.atlantic, peopled: [] };
  private endings: Endings = new Map();
  private composed: Composition | undefined;
  reducedMotion: boolean;

  constructor(options: { theme: Theme; reducedMotion: boolean; size: Size; whenReady: () => void }) {
    super('theatre');
    this.theme = options.theme;
    this.reducedMotion = options.reducedMotion;
    this.size = options.size;
    this.whenReady = options.whenReady;
  }

  create(): void {
    this.game.events.on(Core.Events.POST_RENDER, () => this.restWhenStill());
    this.game.renderer.on(Renderer.Events.RESTORE_WEBGL, () => this.rebuild());
    this.rebuild();
    this.whenReady();
  }

  show(next: Scene): void {
    const before = isOtherTable(this.shown, next) ? undefined : this.shown;
    const changes = plan(before, next);
    this.endings = endingsOf(this.endings, before, next);
    this.shown = next;
    if (changes.length === 0) return;
    const outlook = outlookOf(next.theatre);
    if (!sameOutlook(outlook, this.outlook)) {
      this.outlook = outlook;
      this.rebuild();
      return;
    }
    this.draw(changes, before !== undefined && !this.reducedMotion);
    this.wake();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.rebuild();
  }

  resize(size: Size): void {
    this.size = size;
    this.game.scale.setZoom(size.zoom / size.ratio);
    this.game.scale.resize(Math.round(size.width * size.ratio), Math.round(size.height * size.ratio));
    // Phaser leaves the old width standing where the zoom is 1.
    this.game.canvas.style.width = `${size.width * size.zoom}px`;
    this.game.canvas.style.height = `${size.height * size.zoom}px`;
    this.rebuild();
  }

  /** What could be opened at a point, in CSS pixels. */
  intentionAt({ x, y }: Point): Intention | undefined {
    const { zoom } = this.size;
    return this.composed === undefined ? undefined : pick(this.composed, { x: x / zoom, y: y / zoom });
  }

  private rebuild(): void {
    if (this.cameras === undefined || this.cameras === null) return;
    for (const actor of this.actors.values()) actor.destroy();
    this.actors.clear();
    this.tweens.killAll();
    this.stage?.stock.clear();
    this.children.removeAll(true);
    this.cameras.main.setOrigin(0, 0).setZoom(this.size.ratio).setScroll(0, 0);
    this.stage = this.buildStage();
    if (this.shown !== undefined) this.draw(plan(undefined, this.shown), false);
    this.wake();
  }

  private buildStage(): Stage {
    const palette = palettes[this.theme];
    const frame = frameFor(this.size.width, this.size.height, this.outlook);
    const ground = createSheet(this, 'ground', this.size);
    const night = createSheet(this, 'night', this.size);
    const ways = this.add.container();
    const places = createSheet(this, 'places', this.size);
    const layers = { ways, marks: this.add.container() };
    ground.paint((context) => paintGround(context, frame, palette, this.measure));
    return {
      frame,
      ground,
      night,
      places,
      layers,
      stock: createStock(this, palette, this.size.ratio),
      clock: this.createClock(),
    };
  }

  private createClock(): GameObjects.Text {
    const { size, weight } = faces.regime;
    return this.add
      .text(this.size.width - 10, 7, '', {
        fontFamily: familyOf('regime'),
        fontSize: `${size}px`,
        fontStyle: `${weight}`,
        color: colourOf('regime', palettes[this.theme]),
        resolution: this.size.ratio,
      })
      .setOrigin(1, 0);
  }

  private draw(changes: readonly Change[], moving: boolean): void {
    const { stage, shown } = this;
    if (stage === undefined || shown === undefined) return;
    const palette = palettes[this.theme];
    const has = (type: Change['type']): boolean => changes.some((change) => change.type === type);
    if (has('night-moved'))
      stage.night.paint((context) => paintNight(context, stage.frame, shown.theatre.sun, palette));
    if (has('clock-moved'))
      stage.clock.setText(clockBox(stage.frame).length === 0 ? '' : zulu(shown.startsAt, shown.now));
    const touched = changes.flatMap((change) => ('ref' in change ? [change.ref] : []));
    if (!has('ground-changed') && touched.length === 0) return;
    const composed = compose(shown, stage.frame, this.measure, this.endings);
    this.composed = composed;
    stage.places.paint((context) => paintPlaces(context, composed, palette, this.measure));
    this.drawLinks(stage, composed.links, { touched: new Set(touched), moving });
  }

  private drawLinks(
    stage: Stage,
    links: readonly LinkPicture[],
    { touched, moving }: { touched: ReadonlySet<string>; moving: boolean },
  ): void {
    const present = new Set(links.map(({ link }) => link.ref));
    for (const [ref, actor] of this.actors) {
      if (present.has(ref)) continue;
      actor.destroy();
      this.actors.delete(ref);
    }
    for (const picture of links) {
      const { ref } = picture.link;
      const actor =
        this.actors.get(ref) ?? new LinkActor(this, stage.layers, stage.stock, GATE_RADIUS[stage.frame.density]);
      this.actors.set(ref, actor);
      actor.show(picture, moving && touched.has(ref));
    }
  }

  private wake(): void {
    if (!this.game.loop.running) this.game.loop.wake();
  }

  private restWhenStill(): void {
    if (this.tweens.getTweens().length === 0 && this.game.loop.running) this.game.loop.sleep();
  }
}
