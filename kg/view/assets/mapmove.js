// Moving the map: with the pointer, two fingers, the wheel and the keyboard.

const PAN_KEYS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
/** Pixels of movement below which a press is a click. */
const STILL = 4;

function mapListeners() {
  return { pointerdown: mapDown, pointermove: mapMove, pointerup: mapUp, pointercancel: mapUp, wheel: mapWheel, keydown: mapKey };
}

function mapKey(event) {
  const zoom = { "+": ZOOM.step, "=": ZOOM.step, "-": 1 / ZOOM.step }[event.key];
  if (zoom) zoomMap(zoom);
  else if (Object.hasOwn(PAN_KEYS, event.key)) panMap(...PAN_KEYS[event.key]);
  else if (event.key === "0") showAll();
  else return;
  event.preventDefault();
}

function mapWheel(event) {
  event.preventDefault();
  zoomMap(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / 240), within(event));
}

/** A point of the picture, in pixels. */
function within(event) {
  const { left, top } = map.svg.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function mapDown(event) {
  if (event.button) return;
  map.pointers.set(event.pointerId, within(event));
  map.drag = { ...within(event), moved: false };
}

function mapMove(event) {
  const before = map.pointers.get(event.pointerId);
  if (!before) return;
  const now = within(event);
  const others = [...map.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
  if (!map.drag.moved && Math.hypot(now.x - map.drag.x, now.y - map.drag.y) < STILL) return;
  if (!map.drag.moved) {
    map.drag.moved = true;
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  map.pointers.set(event.pointerId, now);
  if (others.length) {
    const gap = (point) => Math.hypot(point.x - others[0].x, point.y - others[0].y) || 1;
    zoomMap(gap(now) / gap(before), others[0]);
  } else panMap(now.x - before.x, now.y - before.y);
}

function mapUp(event) {
  map.pointers.delete(event.pointerId);
}
