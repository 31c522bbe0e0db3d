"use strict";

/** Times as people read them. */
const clock = (() => {
  /** @param {number} n @returns {string} */
  const two = (n) => String(n).padStart(2, "0");

  /** @param {number} milliseconds @returns {string} as 1:05, or 1:00:05 */
  function length(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    const rest = `${two(seconds % 60)}`;
    return hours ? `${hours}:${two(minutes % 60)}:${rest}` : `${minutes}:${rest}`;
  }

  /** @param {Date} moment @returns {string} as 09:05 */
  function time(moment) {
    return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  }

  /** @param {Date} moment @returns {string} as 2026-03-01 */
  function day(moment) {
    return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  }

  /** @param {Date} moment @returns {string} as 2026-03-01T09:05:07+00:00, where we are */
  function stamp(moment) {
    const offset = -moment.getTimezoneOffset();
    const sign = offset < 0 ? "-" : "+";
    const far = Math.abs(offset);
    const zone = `${sign}${two(Math.floor(far / 60))}:${two(far % 60)}`;
    return `${day(moment)}T${time(moment)}:${two(moment.getSeconds())}${zone}`;
  }

  return { length, time, day, stamp };
})();
