#version 330 compatibility
// A triangle that covers the picture at the far plane; passes on the ray through each pixel.
uniform mat4 clipToRay;
out vec3 ray;
void main() {
  gl_Position = vec4(gl_Vertex.xy, 1.0, 1.0);
  ray = (clipToRay * vec4(gl_Vertex.xy, 0.0, 1.0)).xyz;
}
