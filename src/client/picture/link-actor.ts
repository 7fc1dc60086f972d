/** Draws one handover: its way, its gates, its product, the words at the gate that holds it; and moves them to where they now are. */
import type { GameObjects, Math as PhaserMath, Scene, Tweens } from 'phaser';
import type { GateState } from '../../core/model/view.ts';
import { dashesOf, partOf, pointAt, ticksOf } from './arcs.ts';
import type { LinkPicture } from './compose.ts';
import { fadeIn, pop, pulse } from './flourishes.ts';
import { faces, familyOf } from './lettering.ts';
import type { GatePicture } from './links.ts';
import { tint } from './palette.ts';
import type { Point } from './shapes.ts';
import type { Stock } from './stock.ts';

export interface Layers {
  readonly ways: GameObjects.Container;
  readonly marks: GameObjects.Container;
}

interface DrawnGate {
  readonly image: GameObjects.Image;
  state: GateState;
}

/** A whole way takes this long, in milliseconds; any way at least the second. */
const WHOLE_WAY = 1500;
const LEAST = 320;

/** Shares nearer than this are one place. */
const CLOSE = 0.005;

const isThere = (link: LinkPicture, share: number): boolean => share >= link.product - CLOSE;

export class LinkActor {
  private readonly way: GameObjects.Graphics;
  private readonly product: GameObjects.Image;
  private readonly caption: GameObjects.Text;
  private gates: DrawnGate[] = [];
  private travel: Tweens.Tween | undefined;
  /** Where the product is drawn, between where it was and where it is. */
  private drawn = 0;
  private readonly scene: Scene;
  private readonly layers: Layers;
  private readonly stock: Stock;
  private readonly gateRadius: number;

  constructor(scene: Scene, layers: Layers, stock: Stock, gateRadius: number) {
    this.scene = scene;
    this.layers = layers;
    this.stock = stock;
    this.gateRadius = gateRadius;
    this.way = scene.add.graphics();
    this.product = scene.add.image(0, 0, stock.product('moving', gateRadius, 0)).setScale(1 / stock.ratio);
    this.caption = this.createCaption();
    layers.ways.add(this.way);
    layers.marks.add([this.product, this.caption]);
  }

  /** The final state at once, or on the way there from where it is drawn. */
  show(link: LinkPicture, moving: boolean): void {
    this.travel?.remove();
    this.travel = undefined;
    this.fitGates(link, moving);
    if (!moving || Math.abs(link.product - this.drawn) < CLOSE) {
      this.settle(link, moving);
      return;
    }
    const from = Math.min(this.drawn, link.product);
    this.caption.setVisible(false);
    this.travel = this.scene.tweens.addCounter({
      from,
      to: link.product,
      duration: LEAST + WHOLE_WAY * (link.product - from),
      ease: 'Sine.easeInOut',
      onUpdate: (tween) => this.draw(link, tween.getValue() ?? link.product, true),
      onComplete: () => {
        this.travel = undefined;
        this.settle(link, true);
        if (link.link.state === 'arrived')
          pulse(this.scene, this.layers.marks, pointAt(link.arc, link.product), tint(this.stock.palette.arrived));
      },
    });
    this.draw(link, from, true);
  }

  destroy(): void {
    this.travel?.remove();
    this.scene.tweens.killTweensOf([this.caption, this.product, ...this.gates.map(({ image }) => image)]);
    for (const one of [this.way, this.product, this.caption, ...this.gates.map(({ image }) => image)]) one.destroy();
  }

  private settle(link: LinkPicture, moving: boolean): void {
    this.draw(link, link.product, moving);
    const { caption } = link;
    this.caption.setVisible(caption !== null);
    if (caption === null) return;
    const gate = link.gates[link.holding] as GatePicture;
    this.caption
      .setText(caption.text)
      .setPosition(caption.box.x, caption.box.y)
      .setColor(this.stock.palette.gate[gate.state]);
    if (moving) fadeIn(this.scene, this.caption);
  }

  private draw(link: LinkPicture, share: number, moving: boolean): void {
    this.drawn = share;
    this.drawWay(link, share);
    this.drawProduct(link, share);
    for (const [i, gate] of link.gates.entries()) {
      this.gates[i]?.image.setAlpha(gate.state === 'refused' ? 1 : Math.max(link.strength, 0.6));
      this.drawGate(gate, i, !isThere(link, share) && gate.share > share, moving);
    }
  }

  /** What it has travelled is a line, what is before it is dashes; two ticks at the end once the other side has acknowledged. */
  private drawWay(picture: LinkPicture, share: number): void {
    const { arc, link, strength, atRest } = picture;
    const { path, arrived } = this.stock.palette;
    const colour = tint(link.state === 'arrived' ? arrived : path);
    const there = link.state === 'arrived' && isThere(picture, share);
    this.way.clear().setAlpha(strength);
    this.way.lineStyle(atRest ? 1.1 : 1.7, colour, 0.9);
    this.stroke(partOf(arc, 0, there ? 1 : share));
    if (link.state === 'acknowledged') for (const tick of ticksOf(arc)) this.stroke(tick);
    if (link.state === 'lost' || there) return;
    this.way.lineStyle(1.1, colour, 0.55);
    for (const dash of dashesOf(arc, share, 1, 4, 4)) this.stroke(dash);
  }

  private stroke(points: readonly Point[]): void {
    // Phaser reads x and y of them and nothing else.
    if (points.length > 1) this.way.strokePoints(points as unknown as PhaserMath.Vector2[]);
  }

  private drawProduct(link: LinkPicture, share: number): void {
    const at = pointAt(link.arc, share);
    const done = isThere(link, share);
    const kind =
      done && link.link.state === 'arrived' ? 'arrived' : done && link.link.state === 'lost' ? 'lost' : 'moving';
    this.product
      .setTexture(this.stock.product(kind, this.gateRadius, at.angle))
      .setPosition(at.x, at.y)
      .setAlpha(link.strength)
      .setVisible(!link.atRest || link.link.state === 'lost');
  }

  /** A gate that the product has not come to yet keeps the state it was drawn in. */
  private drawGate(gate: GatePicture, i: number, ahead: boolean, moving: boolean): void {
    const drawn = this.gates[i] as DrawnGate;
    const state = ahead ? drawn.state : gate.state;
    const turned = state !== drawn.state;
    drawn.state = state;
    drawn.image.setTexture(this.stock.gate(gate.gate, state, this.gateRadius)).setPosition(gate.at.x, gate.at.y);
    if (turned && moving) pop(this.scene, drawn.image);
  }

  /** A gate that is new to a moving picture turns to its state when the product comes to it. */
  private fitGates(link: LinkPicture, moving: boolean): void {
    while (this.gates.length > link.gates.length) {
      const { image } = this.gates.pop() as DrawnGate;
      this.scene.tweens.killTweensOf(image);
      image.destroy();
    }
    for (const { gate, state } of link.gates.slice(this.gates.length)) {
      const first = moving && state !== 'unknown' ? 'clear' : state;
      const image = this.scene.add
        .image(0, 0, this.stock.gate(gate, first, this.gateRadius))
        .setScale(1 / this.stock.ratio);
      this.layers.marks.addAt(image, 0);
      this.gates.push({ image, state: first });
    }
  }

  private createCaption(): GameObjects.Text {
    const { size, weight } = faces.caption;
    return this.scene.add
      .text(0, 0, '', {
        fontFamily: familyOf('caption'),
        fontSize: `${size}px`,
        fontStyle: `${weight}`,
        backgroundColor: this.stock.palette.plate,
        padding: { x: 4, y: 1 },
        resolution: this.stock.ratio,
      })
      .setVisible(false);
  }
}
