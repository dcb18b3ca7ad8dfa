#version 330 compatibility
// The sky, with the atmosphere's glow along the limb. Works in the space where the ellipsoid is a unit sphere.
uniform vec3 eyeUnit;
uniform vec4 spaceColor;
uniform vec4 veilColor;  // alpha: how dense it is at the limb
uniform vec4 glowColor;
in vec3 ray;
void main() {
  vec3 direction = normalize(ray);
  float along = -dot(eyeUnit, direction);
  vec3 closest = eyeUnit + direction * max(along, 0.0);
  float height = length(closest) - 1.0;  // in Earth radii above the limb
  float glow = exp(-max(height, 0.0) * 95.0);
  float veil = exp(-max(height, 0.0) * 22.0);
  vec3 color = mix(spaceColor.rgb, veilColor.rgb, veilColor.a * veil);
  color = mix(color, glowColor.rgb, glowColor.a * glow);
  gl_FragColor = vec4(color, 1.0);
}
