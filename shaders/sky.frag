#version 330 compatibility
// The sky: deep blue, with the atmosphere's glow along the limb. Works in the space where the ellipsoid is a unit sphere.
uniform vec3 eyeUnit;
in vec3 ray;
void main() {
  vec3 direction = normalize(ray);
  float along = -dot(eyeUnit, direction);
  vec3 closest = eyeUnit + direction * max(along, 0.0);
  float height = length(closest) - 1.0;  // in Earth radii above the limb
  float glow = exp(-max(height, 0.0) * 95.0);
  float veil = exp(-max(height, 0.0) * 22.0);
  vec3 color = vec3(0.035, 0.060, 0.105);
  color = mix(color, vec3(0.16, 0.30, 0.50), 0.75 * veil);
  color = mix(color, vec3(0.78, 0.88, 0.97), 0.92 * glow);
  gl_FragColor = vec4(color, 1.0);
}
