/** Shapes that stand beside colours, so that colour never speaks alone. Decorative: the words are beside them. */

const shapes = {
  /** A choice. */
  diamond: <path d="M6 .8 11.2 6 6 11.2.8 6z" />,
  /** A physical deadline. */
  triangle: <path d="M6 1 11.5 11H.5z" />,
  /** A message. */
  circle: <circle cx="6" cy="6" r="4.6" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.8" />,
  /** A product. */
  square: <path d="M1.5 1.5h9v9h-9z" />,
  /** Something sent. */
  arrow: <path d="M1 5h6V2l4.4 4L7 10V7H1z" />,
  tick: <path d="m1 6.4 1.6-1.6 2.2 2.2L9.6 2 11 3.6 4.8 10.2z" />,
  cross: <path d="M2.6 1.2 6 4.6l3.4-3.4 1.4 1.4L7.4 6l3.4 3.4-1.4 1.4L6 7.4l-3.4 3.4-1.4-1.4L4.6 6 1.2 2.6z" />,
  /** At work. */
  half: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" />
    </>
  ),
  /** Shut. */
  bar: <path d="M1 4.4h10v3.2H1z" />,
  eye: (
    <>
      <path
        d="M.6 6S2.6 2.4 6 2.4 11.4 6 11.4 6 9.4 9.6 6 9.6.6 6 .6 6z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.3"
      />
      <circle cx="6" cy="6" r="1.8" />
    </>
  ),
  next: <path d="M1 1.5 8 6l-7 4.5zM9 1.5h2v9H9z" />,
  hour: <path d="M1 1.5 6 6l-5 4.5zM6 1.5 11 6l-5 4.5z" />,
  end: <path d="M1 1.5h2v9H1zM4.5 6 11 1.5v9z" transform="matrix(-1 0 0 1 12 0)" />,
} as const;
export type Shape = keyof typeof shapes;

export function Glyph({ shape }: { readonly shape: Shape }) {
  return (
    <svg class="glyph" data-shape={shape} viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" focusable="false">
      {shapes[shape]}
    </svg>
  );
}
