/** Importing this module defines the elements; also the entry of the one-file script. */
import { define } from './define-elements.js';

define();
