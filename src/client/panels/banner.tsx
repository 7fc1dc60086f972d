/** The marking: top and bottom of every place, every printed page. */
export function Banner({ marking, foot }: { readonly marking: string; readonly foot?: boolean }) {
  return (
    <div class={foot ? 'banner banner-foot' : 'banner'} aria-hidden={foot ? 'true' : undefined}>
      {marking}
    </div>
  );
}
