/** Which renderer suits the machine: WebGL drawn by a processor runs at 7 to 17 frames a second where a canvas keeps 60. */
export type RendererName = 'canvas' | 'webgl';

const SOFTWARE = /SwiftShader|llvmpipe|Basic Render|Software/i;

/** `unmasked` is what WebGL says draws it; null where there is no WebGL. */
export const rendererFor = (unmasked: string | null): RendererName =>
  unmasked === null || SOFTWARE.test(unmasked) ? 'canvas' : 'webgl';

export function unmaskedRenderer(): string | null {
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return null;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}
