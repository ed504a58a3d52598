/** Importing this module defines the elements; also the entry of the one-file script. */
import { define } from './define-elements.js';

// So that whoever imports this module alone has the types of the tags and their events.
export type { Kl01Events } from './events.js';
export type { define } from './define-elements.js';

define();
