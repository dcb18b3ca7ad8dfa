#version 330 compatibility
// Labels, symbols and furniture, premultiplied.
uniform sampler2D overlay;
in vec2 uv;
void main() { gl_FragColor = texture(overlay, uv); }
