/**
 * Property tests roll the same dice in every `npm test`, so that a red run is red again; deep runs roll new ones, and print the seed of
 * whatever they find.
 */
import fc from 'fast-check';

if (process.env.SAYDO_DEEP !== '1') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_231_018 });
