// When things are drawn: the newest state alone, and a run from one position to the next.

/** However many calls come before a frame, `draw` is called once, in it. */
export function newest(draw, request, cancel) {
  let frame = 0;
  const now = () => {
    frame = 0;
    draw();
  };
  return {
    ask() {
      frame ||= request(now);
    },
    stop() {
      cancel(frame);
      frame = 0;
    },
  };
}

/**
 * Move a position on, so many a second, to the last one, and begin anew from there.
 * Where less motion is wished for, a run is its end.
 */
export function runner({ position, last, move, speed, reduced, shown, request, cancel, now }) {
  let playing = 0;
  const stop = () => {
    cancel(playing);
    playing = 0;
    shown(false);
  };
  const play = () => {
    if (position() >= last()) move(0);
    if (reduced()) return move(last());
    shown(true);
    let before = now();
    const tick = (time) => {
      const wait = 1000 / speed();
      const due = Math.floor((time - before) / wait);
      if (due > 0) {
        before += due * wait;
        move(Math.min(last(), position() + due));
      }
      if (position() >= last()) stop();
      else playing = request(tick);
    };
    playing = request(tick);
  };
  return { stop, toggle: () => (playing ? stop() : play()) };
}
