/** The stage at StartEx as a seat may see it: before anything has happened, no engine is needed to know it. */
import type { Definition } from '../../core/model/scenario.ts';
import { viewFor } from '../../core/model/seat-view.ts';
import { settingOf } from '../../core/model/setting.ts';
import type { Theatre } from '../../core/model/view.ts';
import { emptyWorld } from '../../core/model/world.ts';

export function stageOf(definition: Definition, seat: string): Theatre {
  const setting = settingOf(definition);
  return viewFor(emptyWorld(setting), setting, seat).theatre;
}
