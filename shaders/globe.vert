#version 330 compatibility
// A tile of the globe. gl_Vertex.xyz is the point of the ellipsoid relative to the tile's origin, metres;
// w the ground's height there. gl_MultiTexCoord0.xy runs from the tile's north-west corner, z is the skirt's depth.

uniform float exaggeration;
uniform vec3 eyeLocal;         // the eye relative to the tile's origin, metres
uniform float metersPerPixelAtUnit;
uniform float texelMeters;
uniform float shadeExponent;
uniform float finestShadedMeters;  // below it, contrast stays

out vec3 local;                // on the ellipsoid: rings are drawn where they are true, whatever the relief
out vec2 tileUv;
out float haze;
out float shadeGain;

void main() {
  vec3 up = gl_Normal;
  vec3 displaced = gl_Vertex.xyz + up * (gl_Vertex.w * exaggeration - gl_MultiTexCoord0.z);
  vec3 toEye = eyeLocal - displaced;
  float distance = length(toEye);
  float facing = clamp(dot(toEye, up) / distance, 0.0, 1.0);
  float veil = 1.0 - facing;
  haze = veil * veil * veil * veil * smoothstep(5.0e4, 1.5e6, distance);
  float shaded = max(distance * metersPerPixelAtUnit, finestShadedMeters) / max(texelMeters, finestShadedMeters);
  shadeGain = clamp(pow(shaded, shadeExponent), 0.5, 2.0);
  local = gl_Vertex.xyz;
  tileUv = gl_MultiTexCoord0.xy;
  gl_Position = gl_ModelViewProjectionMatrix * vec4(displaced, 1.0);
}
