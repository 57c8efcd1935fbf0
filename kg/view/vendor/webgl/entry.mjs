// What webgl.min.js holds: sigma.js and graphology, and two small changes of sigma's programs that the page needs,
// dashes for what is only alleged and a shape for each class. Built by build.sh into one script, `sigmaKit`.

import Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowHeadProgram, EdgeClampedProgram, EdgeRectangleProgram, NodeCircleProgram, createEdgeCompoundProgram } from "sigma/rendering";

const FLOAT = WebGLRenderingContext.FLOAT;

/** Replace the one place where `from` stands; a new version of sigma that reads otherwise fails the build's own test. */
function patched(source, from, to) {
  if (source.split(from).length !== 2) throw new Error(`sigma's program has changed: ${from}`);
  return source.replace(from, to);
}

/** An edge program whose edges with `dash` are broken: 7 pixels drawn, 5 left out. */
function dashed(Program) {
  return class extends Program {
    getDefinition() {
      const definition = super.getDefinition();
      let vertex = patched(definition.VERTEX_SHADER_SOURCE, "void main() {", "attribute float a_dash;\nvarying float v_dash;\nvarying float v_along;\nvoid main() {");
      vertex = patched(vertex, "v_normal = unitNormal;", "v_normal = unitNormal;\n  v_dash = a_dash;\n  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) * u_sizeRatio / u_correctionRatio / 2.0;");
      let fragment = patched(definition.FRAGMENT_SHADER_SOURCE, "void main(void) {", "varying float v_dash;\nvarying float v_along;\nvoid main(void) {");
      fragment = patched(fragment, "  float dist =", "  if (v_dash > 0.5 && mod(v_along, 12.0) > 7.0) discard;\n  float dist =");
      return { ...definition, VERTEX_SHADER_SOURCE: vertex, FRAGMENT_SHADER_SOURCE: fragment, ATTRIBUTES: [...definition.ATTRIBUTES, { name: "a_dash", size: 1, type: FLOAT }] };
    }

    processVisibleItem(edgeIndex, startIndex, source, target, data) {
      super.processVisibleItem(edgeIndex, startIndex, source, target, data);
      this.array[startIndex + this.ATTRIBUTES_ITEMS_COUNT - 1] = data.dash ? 1 : 0;
    }
  };
}

/** Shapes by number, all inside the circle that sigma draws; a hollow one is 10 more and pale inside. */
const SHAPES = `
varying float v_shape;
float outside(vec2 p, float r, float shape) {
  if (shape < 0.5) return length(p) - r;
  if (shape < 1.5) return max(abs(p.x), abs(p.y)) - r * 0.78;
  if (shape < 2.5) return (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.7071;
  if (shape < 3.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - r * 0.5;
  if (shape < 4.5) return max(abs(p.x) * 0.866 - p.y * 0.5, p.y) - r * 0.5;
  if (shape < 5.5) return max(abs(p.y) * 0.866 + abs(p.x) * 0.5, abs(p.x)) - r * 0.866;
  return length(p) - r * (0.72 + 0.28 * cos(5.0 * atan(p.x, p.y)));
}
`;

class ShapeProgram extends NodeCircleProgram {
  getDefinition() {
    const definition = super.getDefinition();
    let vertex = patched(definition.VERTEX_SHADER_SOURCE, "void main() {", "attribute float a_shape;\nvarying float v_shape;\nvoid main() {");
    vertex = patched(vertex, "v_radius = size / 2.0;", "v_radius = size / 2.0;\n  v_shape = a_shape;");
    let fragment = patched(definition.FRAGMENT_SHADER_SOURCE, "void main(void) {", `${SHAPES}void main(void) {`);
    fragment = patched(fragment, "length(v_diffVector) - v_radius + border", "outside(v_diffVector, v_radius, v_shape > 9.5 ? v_shape - 10.0 : v_shape) + border");
    fragment = patched(fragment, "gl_FragColor = mix(v_color, transparent, t);", "vec4 inside = v_shape > 9.5 && dist < -v_radius * 0.22 ? vec4(v_color.rgb * 0.25, v_color.a * 0.25) : v_color;\n  gl_FragColor = mix(inside, transparent, t);");
    return { ...definition, VERTEX_SHADER_SOURCE: vertex, FRAGMENT_SHADER_SOURCE: fragment, ATTRIBUTES: [...definition.ATTRIBUTES, { name: "a_shape", size: 1, type: FLOAT }] };
  }

  processVisibleItem(nodeIndex, startIndex, data) {
    super.processVisibleItem(nodeIndex, startIndex, data);
    this.array[startIndex + this.ATTRIBUTES_ITEMS_COUNT - 1] = data.shape || 0;
  }
}

const DashedRectangle = dashed(EdgeRectangleProgram);
const DashedArrow = createEdgeCompoundProgram([dashed(EdgeClampedProgram), EdgeArrowHeadProgram]);

globalThis.sigmaKit = { Graph, Sigma, nodePrograms: { shape: ShapeProgram }, edgePrograms: { line: DashedRectangle, arrow: DashedArrow } };
