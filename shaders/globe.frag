#version 330 compatibility
// Relief, coast, lakes, rivers, borders, graticule and rings of one tile. All line widths are in pixels of the picture.

const int kMaxRings = 24;
const int kVectorsPerRing = 10;
const int kInner = 1;      // this entry cuts a hole into the ring before it
const int kSector = 2;     // limited to the azimuths between two half planes
const int kFull = 4;       // the whole tile lies inside: nothing to test
const int kLine = 8;       // draws its outline
const int kGroupEnd = 16;  // the last entry of its fill group
const int kFar = 32;       // inside is where the distance is greater
const int kUnionLine = 64; // the group's outline is drawn instead of each ring's
const int kWideSector = 128;
const int kNoFill = 256;
const int kHoleFollows = 512; // the next entry completes this ring

uniform sampler2D surfaceMap;
uniform sampler2D lineMap;
uniform sampler2D colorRamp;
uniform vec4 uvTransform;      // scale and offset from tileUv to texture coordinates
uniform vec2 rasterSize;
uniform vec4 graticule;        // base and span of longitude, base and span of latitude, in steps
uniform float graticuleAlpha;
uniform float pixelScale;      // widths are given for a picture of 1080 lines
uniform int ringCount;
uniform vec4 ringData[kMaxRings * kVectorsPerRing];
uniform float fillOpacity;
uniform vec4 layerMask;        // relief, coast, lakes, rivers
uniform float borderMask;
uniform float hasLines;

in vec3 local;
in vec2 tileUv;
in float haze;
in float shadeGain;

const vec3 kCoastColor = vec3(0.16, 0.24, 0.33);
const vec3 kLakeColor = vec3(0.62, 0.76, 0.85);
const vec3 kRiverColor = vec3(0.42, 0.60, 0.74);
const vec3 kBorderColor = vec3(0.42, 0.34, 0.42);
const vec3 kHazeColor = vec3(0.80, 0.89, 0.97);

float lineCoverage(float distancePixels, float widthPixels) {
  return clamp(0.5 * widthPixels + 0.5 - abs(distancePixels), 0.0, 1.0);
}

vec3 reliefColor(vec4 texel, float coastPixels) {
  float code = texel.g * 255.0;
  float land = clamp(coastPixels + 0.5, 0.0, 1.0);
  vec3 color = texture(colorRamp, vec2((land > 0.5 ? max(code, 160.5) : min(code, 158.5)) / 256.0 + 0.5 / 256.0, 0.5)).rgb;
  if (land > 0.0 && land < 1.0) {
    vec3 sea = texture(colorRamp, vec2(min(code, 158.5) / 256.0 + 0.5 / 256.0, 0.5)).rgb;
    vec3 ground = texture(colorRamp, vec2(max(code, 160.5) / 256.0 + 0.5 / 256.0, 0.5)).rgb;
    color = mix(sea, ground, land);
  }
  float shade = (texel.r - 128.0 / 255.0) * 2.0 * shadeGain;
  float strength = mix(0.42, 0.55, land);
  // Darkening multiplies and cools, lightening screens towards a warm white: paper, not plastic.
  vec3 dark = color * (1.0 + shade * strength * vec3(1.0, 0.94, 0.84));
  vec3 light = color + (vec3(1.0, 0.99, 0.95) - color) * shade * strength * 0.62;
  color = shade < 0.0 ? dark : light;
  // A pale rim along the shore lifts the land off the water.
  float shore = (1.0 - land) * exp(min(coastPixels, 0.0) / (3.5 * pixelScale));
  return mix(color, vec3(0.90, 0.95, 0.97), 0.35 * shore * layerMask.y);
}

// The distance from the ring's true circle, metres, negative inside. See geo/ring_profile.h.
float ringDistance(int at, out vec3 fromAnchor) {
  vec4 a = ringData[at];      // tile origin relative to the anchor; its length
  vec4 b = ringData[at + 1];  // north; number of coefficients
  vec4 c = ringData[at + 2];  // up; (a.w - first coefficient), in double on the CPU
  fromAnchor = a.xyz + local;
  float reach = length(fromAnchor);
  // Differences of squares keep centimetres where both lengths are thousands of kilometres.
  float s = (2.0 * dot(local, a.xyz) + dot(local, local)) / (reach + a.w) + c.w;
  int count = int(b.w);
  if (count > 1) {
    float vertical = dot(fromAnchor, c.xyz);
    float x = dot(fromAnchor, b.xyz) * inversesqrt(max(reach * reach - vertical * vertical, 1.0e-6));
    x = clamp(x, -1.0, 1.0);
    vec4 k = ringData[at + 3];
    if (count <= 4) {
      float xx = x * x;
      s -= k.y * x + k.z * (2.0 * xx - 1.0) + k.w * x * (4.0 * xx - 3.0);
    } else {
      float b1 = 0.0;
      float b2 = 0.0;
      for (int n = count - 1; n >= 1; --n) {
        float next = ringData[at + 3 + n / 4][n % 4] + 2.0 * x * b1 - b2;
        b2 = b1;
        b1 = next;
      }
      s -= x * b1 - b2;
    }
  }
  return s;
}

void main() {
  vec2 uv = tileUv * uvTransform.xy + uvTransform.zw;
  vec4 texel = texture(surfaceMap, uv);
  vec3 dx = dFdx(local);
  vec3 dy = dFdy(local);
  vec2 uvDx = dFdx(tileUv);
  vec2 uvDy = dFdy(tileUv);

  // How many pixels a texel covers, from the area that a pixel has in the raster.
  vec2 px = uvDx * rasterSize;
  vec2 py = uvDy * rasterSize;
  float pixelsPerTexel = inversesqrt(max(abs(px.x * py.y - px.y * py.x), 1.0e-12));
  float toPixels = (255.0 / 16.0) * pixelsPerTexel;
  float coastPixels = (texel.b - 128.0 / 255.0) * toPixels;
  vec3 color = layerMask.x > 0.5 ? reliefColor(texel, coastPixels)
                                 : mix(vec3(0.80, 0.88, 0.93), vec3(0.93, 0.92, 0.88), clamp(coastPixels + 0.5, 0.0, 1.0));

  if (texel.a > 0.25) {
    float lakePixels = (texel.a - 128.0 / 255.0) * toPixels;
    color = mix(color, kLakeColor, layerMask.z * clamp(lakePixels + 0.5, 0.0, 1.0));
    color = mix(color, kCoastColor, layerMask.z * 0.35 * lineCoverage(lakePixels, 0.8 * pixelScale));
  }
  if (hasLines > 0.5) {
    vec4 lines = texture(lineMap, uv);
    float perCode = 16.0 * pixelsPerTexel;
    float riverPixels = (1.0 - lines.r) * perCode;
    float inLand = clamp(coastPixels + 0.5, 0.0, 1.0);
    color = mix(color, kRiverColor,
                layerMask.w * 0.85 * inLand * lineCoverage(riverPixels, (0.6 + 0.9 * lines.b) * pixelScale));
    float borderPixels = (1.0 - lines.g) * perCode;
    color = mix(color, kBorderColor, borderMask * 0.55 * lineCoverage(borderPixels, 1.3 * pixelScale));
  }
  color = mix(color, kCoastColor, layerMask.y * 0.72 * lineCoverage(coastPixels, 0.9 * pixelScale));

  if (graticuleAlpha > 0.0) {
    vec2 steps = vec2(graticule.x + tileUv.x * graticule.y, graticule.z + tileUv.y * graticule.w);
    vec2 gradient = vec2(length(vec2(uvDx.x, uvDy.x)) * abs(graticule.y), length(vec2(uvDx.y, uvDy.y)) * abs(graticule.w));
    vec2 away = abs(steps - round(steps)) / max(gradient, vec2(1.0e-12));
    color = mix(color, vec3(1.0), graticuleAlpha * max(lineCoverage(away.x, pixelScale), lineCoverage(away.y, pixelScale)));
  }

  // Rings: fills of a group as one union, lines over all fills.
  vec4 lines = vec4(0.0);
  float inside = 1.0e9;  // of the present group, pixels, negative inside
  float current = 1.0e9;
  for (int i = 0; i < ringCount; ++i) {
    int at = i * kVectorsPerRing;
    vec4 paint = ringData[at + 7];  // colour; line width
    vec4 style = ringData[at + 8];  // flags; dashes a turn; share of a dash that is drawn; opacity
    int flags = int(style.x);
    if ((flags & kFull) != 0) {
      inside = -1.0e6;
    } else {
      vec3 q;
      float s = ringDistance(at, q);
      vec3 gradient = q / max(length(q), 1.0);
      float metersPerPixel = length(vec2(dot(gradient, dx), dot(gradient, dy)));
      s /= max(metersPerPixel, 1.0e-6);
      if ((flags & kFar) != 0) s = -s;
      if ((flags & kSector) != 0) {
        vec4 sector = ringData[at + 9];  // the half planes' normals: east and north parts
        vec3 north = ringData[at + 1].xyz;
        vec3 east = cross(north, ringData[at + 2].xyz);
        vec2 flatQ = vec2(dot(q, east), dot(q, north)) / max(metersPerPixel, 1.0e-6);
        float first = dot(flatQ, sector.xy);
        float second = dot(flatQ, sector.zw);
        // A sector of up to half a turn is where both planes hold, a wider one where either does.
        s = max(s, (flags & kWideSector) != 0 ? min(first, second) : max(first, second));
      }
      current = (flags & kInner) != 0 ? max(current, -s) : s;
      if ((flags & (kNoFill | kHoleFollows)) == 0) inside = min(inside, current);
      float edge = (flags & kUnionLine) != 0 ? inside : current;
      float width = paint.w * pixelScale;
      if ((flags & kLine) != 0 && abs(edge) < width + 3.0) {
        float drawn = 1.0;
        if (style.y > 0.0) {
          vec3 north = ringData[at + 1].xyz;
          vec3 east = cross(north, ringData[at + 2].xyz);
          float turn = atan(dot(q, east), dot(q, north)) * 0.15915494309;
          float phase = abs(fract(turn * style.y) - 0.5) * 2.0;  // 0 in the middle of a dash
          float perPixel = max(fwidth(phase), 1.0e-6);
          drawn = perPixel > 0.7 ? style.z : clamp((style.z - phase) / perPixel + 0.5, 0.0, 1.0);
        }
        float casing = 0.55 * style.w * drawn * lineCoverage(edge, width + 2.4 * pixelScale);
        lines = lines * (1.0 - casing) + vec4(vec3(1.0, 0.99, 0.97), 1.0) * casing;
        float stroke = style.w * drawn * lineCoverage(edge, width);
        lines = lines * (1.0 - stroke) + vec4(paint.rgb, 1.0) * stroke;
      }
    }
    if ((flags & kGroupEnd) != 0) {
      // Densest at the rim, quiet within: the relief stays readable where many rings overlap.
      float cover = clamp(0.5 - inside, 0.0, 1.0);
      float rim = exp(min(inside, 0.0) / (26.0 * pixelScale));
      color = mix(color, paint.rgb, fillOpacity * cover * (0.62 + 0.9 * rim));
      inside = 1.0e9;
    }
  }
  color = color * (1.0 - lines.a) + lines.rgb;
  color = mix(color, kHazeColor, 0.85 * haze);
  gl_FragColor = vec4(color, 1.0);
}
