// Filling the frame: places from the build become pixels of the frame that is there, evened out so that crowds have room,
// and shapes with their names are pushed apart. The same state in the same frame gives the same picture.

/** Pixels along one side that a node asks for: few nodes are not torn apart to fill a large screen. */
const SPREAD = 235;
/** How far places are evened out, from 0 (as the build laid them out) to 1 (at equal distances). */
const EVEN = { few: 0.55, many: 0.25 };
/** Nodes above which nothing is pushed apart: it takes time with their square. */
const PUSHED = 420;
/** Pixels left free at the rim, and the share of the frame that names may take before lesser ones go without. */
const RIM = { across: 46, down: 22 };
const NAMED_SHARE = 0.45;
const ROUNDS = 140;
/** Pixels between the middles of two that an edge joins, so that it can be seen; fewer where many are drawn. */
const JOINED = [[60, 78], [110, 58], [Infinity, 34]];
/** How far, in pixels, somebody is moved to a free spot. */
const SHIFT = { most: 225, step: 9, turns: 16 };
/** Names for which no room was found, one after the other, after which no more is looked for: the frame is full. */
const FULL_AFTER = 24;
/** Size in pixels of names where each node has at least so much room, in square pixels; on a phone no more than 12. */
const LETTERS = [[7600, 13], [3400, 12], [0, 11]];
/** On a phone names are long in comparison to the frame, and would become too small to read. */
const PHONE_ROOM = 1.3;
const LINE_HEIGHT = 1.12;
/** Room of the buttons in the lower right corner. */
const BUTTONS = { across: 136, down: 54 };

/** Boxes that are taken, in a grid so that looking one up stays cheap. */
class Taken {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  /** Call `visit` with the number of each cell that a box lies in, until it gives back false. Whether it never did. */
  every({ left, top, right, bottom }, visit) {
    const [first, last, low, high] = [left, right, top, bottom].map((edge) => Math.floor(edge / this.cell));
    for (let x = first; x <= last; x += 1) for (let y = low; y <= high; y += 1) if (!visit(x * CELLS_DOWN + y)) return false;
    return true;
  }

  free(box, owner) {
    return this.every(box, (cell) => {
      const found = this.cells.get(cell);
      if (!found) return true;
      for (const other of found) if (other.owner !== owner && other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom) return false;
      return true;
    });
  }

  add(box, owner) {
    const taken = { left: box.left, top: box.top, right: box.right, bottom: box.bottom, owner };
    this.every(box, (cell) => {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      return this.cells.get(cell).push(taken);
    });
  }
}

const CELLS_DOWN = 2 ** 24;

const measuring = { pen: null, face: "", widths: new Map() };

/** Width of a text in units of its size. */
function textWidth(text) {
  if (!measuring.pen) {
    measuring.pen = document.createElement("canvas").getContext("2d");
    measuring.face = getComputedStyle(document.body).fontFamily;
    measuring.pen.font = `100px ${measuring.face}`;
  }
  if (!measuring.widths.has(text)) measuring.widths.set(text, measuring.pen.measureText(text).width / 100);
  return measuring.widths.get(text);
}

/** The room of the picture in pixels; where it is not shown, that of the part of the page it would be in. */
function frameOfPicture() {
  const { width, height } = document.getElementById("network").getBoundingClientRect();
  if (width && height) return { width, height, seen: true };
  const stage = document.getElementById("stage").getBoundingClientRect();
  return { width: stage.width || 640, height: Math.max(360, Math.min(innerHeight, stage.height || 640) - 160), seen: false };
}

/** The frame that the picture was last arranged for; a new one is taken when all of it is to be brought into view. */
let frameKept = null;

function forgetFrame() {
  frameKept = null;
}

/** Whether a picture was arranged for a frame of quite another form than there is now. */
function misfits({ width, height }) {
  const now = frameOfPicture();
  const turn = (now.width / now.height) / (width / height);
  return now.seen && (turn > 1.35 || turn < 0.74);
}

/**
 * Give nodes their places in pixels around the middle of the frame, and `radius`, the size of their shapes. `even`: how
 * far they are evened out; `high`: how high the picture becomes at most. Gives back the frame, with the size of the names
 * in it (`letter`).
 */
function fillFrame(nodes, edges, even, high = Infinity) {
  frameKept = frameKept && !misfits(frameKept) ? frameKept : frameOfPicture();
  const frame = { ...frameKept };
  const room = (frame.width * frame.height) / Math.max(nodes.length, 1);
  frame.narrow = frame.width < 560;
  const [, letter] = LETTERS.find(([least]) => room * (frame.narrow ? PHONE_ROOM : 1) >= least);
  frame.letter = frame.narrow ? Math.min(letter, 12) : letter;
  const crowd = Math.sqrt(room) / 150;
  const grown = Math.min(0.8, Math.max(nodes.length > PUSHED ? 0.18 : 0.26, crowd));
  for (const node of nodes) node.radius = node.size * grown;
  const side = SPREAD * Math.sqrt(nodes.length);
  const shape = Math.sqrt(frame.width / frame.height);
  evenOut(nodes, "x", Math.min(frame.width - 2 * RIM.across, side * shape), even);
  evenOut(nodes, "y", Math.min(frame.height - 2 * RIM.down, side / shape, high), even);
  if (nodes.length <= PUSHED) pushApart(nodes, edges, frame);
  for (const node of nodes) {
    const pin = state.pinned.get(node.id);
    if (pin) [node.x, node.y] = [(pin[0] * frame.width) / PINS, (pin[1] * frame.height) / PINS];
  }
  return frame;
}

/** Parts of the frame's width and height in which the places of pinned nodes are kept: they hold in any frame. */
const PINS = 1000;

/** Stretch one axis to its extent, half by distances and half by order, so that no crowd and no empty stretch remains. */
function evenOut(nodes, axis, extent, even) {
  const sorted = [...nodes].sort((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1));
  const low = sorted[0]?.[axis];
  const reach = Math.max(sorted.at(-1)?.[axis] - low, 1);
  const last = Math.max(sorted.length - 1, 1);
  sorted.forEach((node, index) => {
    const part = ((node[axis] - low) / reach) * (1 - even) + (index / last) * even;
    node[axis] = sorted.length === 1 ? 0 : (part - 0.5) * extent;
  });
}

/** Shapes, and with them the names that there is room for, pushed apart within the frame; then each to a free spot. */
function pushApart(nodes, edges, frame) {
  const boxes = boxesOf(nodes, frame);
  const limits = { right: frame.width / 2, bottom: frame.height / 2, corner: { left: frame.width / 2 - BUTTONS.across, top: frame.height / 2 - BUTTONS.down } };
  const joined = joinedBoxes(boxes, edges);
  const [, apart] = JOINED.find(([most]) => nodes.length <= most);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const [one, other] of joined) keepOff(one, other, apart);
    for (let one = 0; one < boxes.length; one += 1) for (let other = one + 1; other < boxes.length; other += 1) if (separate(boxes[one], boxes[other])) moved = true;
    for (const box of boxes) keepInside(box, limits);
    if (!moved) break;
  }
  settle(boxes, frame, limits);
  for (const box of boxes) Object.assign(box.node, { x: box.x, y: box.y });
}

/** Pairs of boxes that an edge joins, each once. */
function joinedBoxes(boxes, edges) {
  const of = new Map(boxes.map((box) => [box.node.id, box]));
  const pairs = new Map();
  for (const { from, to } of edges) if (from !== to) pairs.set(from < to ? `${from}\n${to}` : `${to}\n${from}`, [of.get(from), of.get(to)]);
  return [...pairs.values()];
}

/** Two that an edge joins stand at least so far apart. */
function keepOff(one, other, least) {
  const [across, down] = [other.x - one.x || 0.1, other.y - one.y];
  const gap = Math.hypot(across, down);
  if (gap >= least) return;
  const push = (least - gap) / 4 / gap;
  one.x -= across * push;
  one.y -= down * push;
  other.x += across * push;
  other.y += down * push;
}

/**
 * One after the other, the most important first: where it stands or the nearest spot that is free, with its name on one of
 * its sides, or without. `side`: where its name has room.
 */
function settle(boxes, frame, limits) {
  const taken = new Taken(60);
  let missed = 0;
  for (const box of boxes) {
    const { node, x, y } = box;
    const named = missed > FULL_AFTER ? [] : namedBoxes(node, frame.letter, 1).map((sized, side) => ({ node, x, y, side, ...sized }));
    const bare = { node, x, y, side: 0, ...bareBox(node, 2) };
    const room = freeSpot(named, taken, limits);
    missed = room ? 0 : missed + 1;
    const spot = room || freeSpot([bare], taken, limits) || bare;
    Object.assign(box, { x: spot.x, y: spot.y });
    node.side = spot.side;
    taken.add(sidesOf(spot), node.id);
  }
}

const sidesOf = ({ x, y, left, right, up, down }) => ({ left: x - left, right: x + right, top: y - up, bottom: y + down });

/** Of several boxes the first that covers nothing, at the nearest spot; tried in rings around where it stands. */
function freeSpot(boxes, taken, limits) {
  const tried = boxes.map((box) => ({ ...box }));
  for (let away = 0; away <= SHIFT.most && boxes.length; away += SHIFT.step) {
    for (let turn = 0; turn < (away ? SHIFT.turns : 1); turn += 1) {
      const angle = (2 * Math.PI * turn) / SHIFT.turns;
      const [across, down] = [away * 1.3 * Math.cos(angle), away * Math.sin(angle)];
      for (const box of tried) {
        const { node } = box;
        [box.x, box.y] = [boxes[0].x + across, boxes[0].y + down];
        keepInside(box, limits);
        if (taken.free(sidesOf(box), node.id)) return box;
      }
    }
  }
  return null;
}

/** For each node what it reaches to its four sides; the most important ones with their names. */
function boxesOf(nodes, frame) {
  let free = frame.width * frame.height * NAMED_SHARE;
  const ordered = [...nodes].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  return ordered.map((node) => {
    const { x, y } = node;
    const [named] = namedBoxes(node, frame.letter, 5);
    const area = (named.left + named.right) * (named.up + named.down);
    if (area > free) return { node, x, y, ...bareBox(node, 4) };
    free -= area;
    return { node, x, y, ...named };
  });
}

const bareBox = ({ radius }, around) => ({ left: radius + around, right: radius + around, up: radius + around, down: radius + around });

/** The room of a shape and its name, with so many pixels around: name below, above, right and left; a word in its box. */
function namedBoxes({ label: text, radius, shape }, letter, around) {
  const lines = text.split("\n");
  const [broad, tall] = [(Math.max(...lines.map(textWidth)) + 0.3) * letter, lines.length * letter * LINE_HEIGHT];
  const inner = letter * 0.45; // between a word and its box
  const beside = Math.max(radius, broad / 2) + around;
  const [near, name] = [radius + around, radius + tall + letter * 0.2 + around];
  if (shape === "box") return [{ left: beside + inner, right: beside + inner, up: tall / 2 + inner + around, down: tall / 2 + inner + around }];
  const [high, far] = [Math.max(radius, tall / 2) + around, radius + broad + letter * 0.3 + around];
  return [
    { left: beside, right: beside, up: near, down: name },
    { left: beside, right: beside, up: name, down: near },
    { left: near, right: far, up: high, down: high },
    { left: far, right: near, up: high, down: high },
  ];
}

/** Push two boxes that overlap apart along the axis where they overlap least. */
function separate(one, other) {
  const beyond = other.x - other.left + other.right >= one.x - one.left + one.right;
  const lackX = beyond ? one.x + one.right - (other.x - other.left) : other.x + other.right - (one.x - one.left);
  if (lackX <= 0.5) return false;
  const below = other.y - other.up + other.down >= one.y - one.up + one.down;
  const lackY = below ? one.y + one.down - (other.y - other.up) : other.y + other.down - (one.y - one.up);
  if (lackY <= 0.5) return false;
  if (lackX < lackY) {
    const push = ((beyond ? 1 : -1) * lackX) / 2;
    one.x -= push;
    other.x += push;
  } else {
    const push = ((below ? 1 : -1) * lackY) / 2;
    one.y -= push;
    other.y += push;
  }
  return true;
}

/** Inside the frame, and not under its buttons. */
function keepInside(box, { right, bottom, corner }) {
  box.x = Math.max(box.left - right + 3, Math.min(right - box.right - 3, box.x));
  box.y = Math.max(box.up - bottom + 3, Math.min(bottom - box.down - 3, box.y));
  const [over, under] = [box.x + box.right - corner.left, box.y + box.down - corner.top];
  if (over <= 0 || under <= 0) return;
  if (over < under) box.x -= over;
  else box.y -= under;
}
