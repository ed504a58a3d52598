/** Importing this module defines the elements; it is also what the one-file script is made of. */
import { define } from './define-elements.js';

define();
