#version 330 compatibility
// Relief, coast, lakes, rivers, borders, graticule and rings of one tile. Line widths are in pixels of the picture.
//
// Built in variants, since software GL runs both sides of every branch:
//   WATERS    the tile has lakes, rivers or borders
//   RINGS     1: rings whose chord is the same at every azimuth, to a tenth of a pixel; 2: any rings
//   OVERLAPS  places are tinted by the number of rings that cover them, not by those rings' colours

// The constants of rings (kMaxRings, kVectorsPerRing, kInnerFillShare and the flags: src/render/ring_flags.h) and the
// palette's colours (lightColor, coastColor and so on: src/render/globe.cpp) are put before this text. Software GL loads
// every uniform for each group of pixels. A colour's alpha is how strongly it covers what lies below.

uniform sampler2D surfaceMap;
uniform sampler2D lineMap;
uniform sampler2D colorRamp;
uniform vec4 uvTransform;      // scale and offset from tileUv to texture coordinates
uniform vec2 rasterSize;
uniform vec4 graticule;        // base and span of longitude, base and span of latitude, in steps
uniform float pixelScale;      // widths are given for a picture of 1080 lines
uniform vec4 layerMask;        // relief, coast, lakes, rivers
uniform float borderMask;
uniform float graticuleMask;
#if OVERLAPS
const int kOverlapColors = 9;  // of places within 0, 1, 2, ... rings
uniform float ringsAround;     // that cover all of the region: not among the entries
#endif
uniform vec4 veilBelow;        // fills that cover the whole region, premultiplied: below and above the other fills
uniform vec4 veilAbove;
uniform int ringCount;
uniform vec4 ringData[kMaxRings * kVectorsPerRing];

in vec3 local;
in vec2 tileUv;
in float haze;
in float shadeGain;

float lineCoverage(float distancePixels, float widthPixels) {
  return clamp(0.5 * widthPixels + 0.5 - abs(distancePixels), 0.0, 1.0);
}

vec3 reliefColor(vec4 texel, float land) {
  float code = texel.g * 255.0;
  code = land > 0.5 ? max(code, 160.5) : min(code, 158.5);
  vec3 color = texture(colorRamp, vec2((code + 0.5) / 256.0, 0.5)).rgb;
  float shade = (texel.r - 128.0 / 255.0) * 2.0 * shadeGain * mix(0.42, 0.46, land);
  // Darkening multiplies and cools, lightening screens towards the light's colour: paper, not plastic.
  vec3 lit = max(shade, 0.0) * 0.62 * (lightColor.rgb - color);
  return color * (1.0 + min(shade, 0.0) * vec3(1.0, 0.94, 0.84)) + lit;
}

#if OVERLAPS
// The colour of a place within so many rings; the coast shows through the tint.
vec3 tinted(vec3 color, float covers, float coast) {
  float level = min(covers, float(kOverlapColors - 1));
  int lower = min(int(level), kOverlapColors - 2);
  vec4 tint = mix(overlapColors[lower], overlapColors[lower + 1], level - float(lower));
  return mix(mix(color, tint.rgb, tint.a), coastColor.rgb, coast * tint.a);
}
#endif

#if RINGS
// The distance from the ring's true circle, metres, negative inside. See geo/ring_profile.h.
float ringDistance(int at, vec3 fromAnchor) {
  vec4 a = ringData[at];      // tile origin relative to the anchor; its length
  float reach = length(fromAnchor);
  // Differences of squares keep centimetres where both lengths are thousands of kilometres.
  float s = dot(local, a.xyz + fromAnchor) / (reach + a.w) + ringData[at + 2].w;
#if RINGS > 1
  vec3 north = ringData[at + 1].xyz;
  float vertical = dot(fromAnchor, ringData[at + 2].xyz);
  float x = dot(fromAnchor, north) * inversesqrt(max(reach * reach - vertical * vertical, 1.0e-6));
  x = clamp(x, -1.0, 1.0);
  float b1 = 0.0;
  float b2 = 0.0;
  for (int n = int(ringData[at + 1].w) - 1; n >= 1; --n) {
    float next = ringData[at + 7 + n / 4][n % 4] + 2.0 * x * b1 - b2;
    b2 = b1;
    b1 = next;
  }
  s -= x * b1 - b2;
#endif
  return s;
}

// Pixels from a plane through the anchor.
float planePixels(vec3 fromAnchor, vec3 normal, vec3 dx, vec3 dy) {
  vec2 slope = vec2(dot(normal, dx), dot(normal, dy));
  return dot(fromAnchor, normal) * inversesqrt(max(dot(slope, slope), 1.0e-12));
}

// Fills and lines of the rings over a colour. Fills of a group are one union; lines lie over all fills.
vec3 overlayRings(vec3 color, vec3 dx, vec3 dy, float coast) {
  vec4 lines = vec4(0.0);
  float inside = 1.0e9;   // of the present group, pixels, negative inside
#if OVERLAPS
  float covers = ringsAround;
#endif
  float current = 1.0e9;  // of the present ring
  int i = 0;
  do {
    int at = i * kVectorsPerRing;
    vec4 paint = ringData[at + 3];  // colour; line width
    vec4 style = ringData[at + 4];  // flags; dashes a turn; share of a dash that is drawn; opacity
    int flags = int(style.x);
    vec3 q = ringData[at].xyz + local;
    float s = ringDistance(at, q);
    // Metres on the ground that a pixel covers, across the line.
    vec2 slope = vec2(dot(q, dx), dot(q, dy));
    float perMeter = inversesqrt(max(dot(slope, slope) / dot(q, q), 1.0e-12));
    s *= perMeter;
    if ((flags & kFar) != 0) s = -s;
    vec2 flatQ = vec2(dot(q, ringData[at + 5].xyz), dot(q, ringData[at + 1].xyz));  // east, north
#if RINGS > 1
    if ((flags & kSector) != 0) {
      vec4 planes = ringData[at + 6];
      vec3 firstNormal = ringData[at + 5].xyz * planes.x + ringData[at + 1].xyz * planes.y;
      vec3 secondNormal = ringData[at + 5].xyz * planes.z + ringData[at + 1].xyz * planes.w;
      float first = planePixels(q, firstNormal, dx, dy);
      float second = planePixels(q, secondNormal, dx, dy);
      s = max(s, (flags & kWideSector) != 0 ? min(first, second) : max(first, second));
    }
    current = (flags & kInner) != 0 ? max(current, -s) : s;
#else
    current = s;
#endif
    current = (flags & kFull) != 0 ? -1.0e6 : current;
#if OVERLAPS
    covers += (flags & (kNoFill | kHoleFollows)) == 0 ? clamp(0.5 - current, 0.0, 1.0) : 0.0;
#else
    if ((flags & (kNoFill | kHoleFollows)) == 0) inside = min(inside, current);
#endif
    if ((flags & kLine) != 0) {
      float edge = (flags & kUnionLine) != 0 ? inside : current;
      float width = paint.w * pixelScale;
      float drawn = style.w;
      if (style.y > 0.0) {
        float turn = atan(flatQ.x, flatQ.y) * 0.15915494309;
        float phase = abs(fract(turn * style.y) - 0.5) * 2.0;  // 0 in the middle of a dash
        // A turn of dashes is as long as the circle; so a pixel is this much of a half dash.
        float perPixel = 2.0 * style.y * 0.15915494309 * inversesqrt(max(dot(flatQ, flatQ), 1.0)) / max(perMeter, 1.0e-9);
        drawn *= perPixel > 0.7 ? style.z : clamp((style.z - phase) / perPixel + 0.5, 0.0, 1.0);
      }
      float casing = casingColor.a * drawn * lineCoverage(edge, width + 2.4 * pixelScale);
      lines = lines * (1.0 - casing) + vec4(casingColor.rgb, 1.0) * casing;
      float stroke = drawn * lineCoverage(edge, width);
      lines = lines * (1.0 - stroke) + vec4(paint.rgb, 1.0) * stroke;
    }
#if !OVERLAPS
    if ((flags & kGroupEnd) != 0) {
      // Densest at the rim, quiet within: the relief stays readable where many rings overlap.
      float cover = clamp(0.5 - inside, 0.0, 1.0);
      float rim = exp2(min(inside, 0.0) / (14.0 * pixelScale));
      // The opacity stands beside the east axis.
      color = mix(color, paint.rgb, min(ringData[at + 5].w * cover * (kInnerFillShare + 1.1 * rim), 1.0));
      inside = 1.0e9;
    }
#endif
    ++i;
  } while (i < ringCount);
#if OVERLAPS
  color = tinted(color, covers, coast);
#else
  color = color * (1.0 - veilAbove.a) + veilAbove.rgb;
#endif
  return color * (1.0 - lines.a) + lines.rgb;
}
#endif

void main() {
  vec2 uv = tileUv * uvTransform.xy + uvTransform.zw;
  vec4 texel = texture(surfaceMap, uv);
  vec2 uvDx = dFdx(tileUv);
  vec2 uvDy = dFdy(tileUv);

  // How many pixels a texel covers, from the area that a pixel has in the raster.
  float area = abs(uvDx.x * uvDy.y - uvDx.y * uvDy.x) * rasterSize.x * rasterSize.y;
  float pixelsPerTexel = inversesqrt(max(area, 1.0e-12));
  float toPixels = (255.0 / 16.0) * pixelsPerTexel;
  float coastPixels = (texel.b - 128.0 / 255.0) * toPixels;
  float land = clamp(coastPixels + 0.5, 0.0, 1.0);
  vec3 color = mix(mix(flatSeaColor.rgb, flatLandColor.rgb, land), reliefColor(texel, land), layerMask.x);

#if WATERS
  float lakePixels = (texel.a - 128.0 / 255.0) * toPixels;
  color = mix(color, lakeColor.rgb, lakeColor.a * layerMask.z * clamp(lakePixels + 0.5, 0.0, 1.0));
  color = mix(color, coastColor.rgb, layerMask.z * 0.35 * lineCoverage(lakePixels, 0.8 * pixelScale));
  vec4 ways = texture(lineMap, uv);
  float perCode = 255.0 / 16.0 * pixelsPerTexel;
  float river = lineCoverage((1.0 - ways.r) * perCode, (0.6 + 0.9 * ways.b) * pixelScale);
  color = mix(color, riverColor.rgb, layerMask.w * riverColor.a * land * river);
  color = mix(color, borderColor.rgb, borderMask * borderColor.a * lineCoverage((1.0 - ways.g) * perCode, 1.3 * pixelScale));
#endif

  // A rim along the shore lifts the land off the water; the line itself is drawn over both.
  // Distances end at code 0: the rim must have gone by then, or it would tint the open sea of fine tiles.
  float shore = (1.0 - land) * exp2(min(coastPixels, 0.0) / (2.4 * pixelScale)) * smoothstep(0.0, 0.3, texel.b);
  color = mix(color, shoreColor.rgb, shoreColor.a * shore * layerMask.y);
  float coast = layerMask.y * coastColor.a * lineCoverage(coastPixels, 0.9 * pixelScale);
  color = mix(color, coastColor.rgb, coast);

  vec2 steps = graticule.xz + tileUv * graticule.yw;
  vec2 perStep = inversesqrt(max((uvDx * uvDx + uvDy * uvDy) * graticule.yw * graticule.yw, vec2(1.0e-20)));
  vec2 away = abs(steps - round(steps)) * perStep;
  // Where lines crowd, as meridians do at a pole, they fade before they would become a pattern of their own.
  vec2 apart = smoothstep(vec2(6.0), vec2(24.0), perStep / pixelScale);
  float line = max(apart.x * lineCoverage(away.x, pixelScale), apart.y * lineCoverage(away.y, pixelScale));
  color = mix(color, graticuleColor.rgb, graticuleMask * graticuleColor.a * line);

  color = color * (1.0 - veilBelow.a) + veilBelow.rgb;
#if RINGS
  color = overlayRings(color, dFdx(local), dFdy(local), coast);
#elif OVERLAPS
  color = tinted(color, ringsAround, coast);
#endif
  gl_FragColor = vec4(mix(color, hazeColor.rgb, hazeColor.a * haze), 1.0);
}
