#include "gl/headless_context.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <fmt/format.h>

#include <array>
#include <cstring>
#include <vector>

namespace cordon::gl {

namespace {

bool hasExtension(const char* list, const char* name) {
  if (list == nullptr) return false;
  const std::string padded = fmt::format(" {} ", list);
  return padded.find(fmt::format(" {} ", name)) != std::string::npos;
}

struct Candidate {
  EGLDisplay display = EGL_NO_DISPLAY;
  const char* platform = "";
};

std::vector<Candidate> candidateDisplays() {
  std::vector<Candidate> candidates;
  const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  const auto getPlatformDisplay =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (getPlatformDisplay != nullptr && hasExtension(extensions, "EGL_EXT_platform_device")) {
    const auto queryDevices = reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    std::array<EGLDeviceEXT, 16> devices{};
    EGLint count = 0;
    if (queryDevices != nullptr &&
        queryDevices(static_cast<EGLint>(devices.size()), devices.data(), &count) == EGL_TRUE) {
      for (EGLint i = 0; i < count; ++i) {
        candidates.push_back(
            {getPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)], nullptr), "EGL device"});
      }
    }
  }
  if (getPlatformDisplay != nullptr && hasExtension(extensions, "EGL_MESA_platform_surfaceless")) {
    candidates.push_back(
        {getPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr), "EGL surfaceless"});
  }
  candidates.push_back({eglGetDisplay(EGL_DEFAULT_DISPLAY), "EGL default display"});
  return candidates;
}

}  // namespace

Result<std::unique_ptr<HeadlessContext>> HeadlessContext::create() {
  std::string tried;
  const auto note = [&tried](const char* platform, const char* what) {
    tried += fmt::format("{}{}: {} (EGL error 0x{:04x})", tried.empty() ? "" : "; ", platform, what, eglGetError());
  };
  for (const Candidate& candidate : candidateDisplays()) {
    if (candidate.display == EGL_NO_DISPLAY) {
      note(candidate.platform, "no display");
      continue;
    }
    if (eglInitialize(candidate.display, nullptr, nullptr) != EGL_TRUE) {
      note(candidate.platform, "it does not start");
      continue;
    }
    const std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                       EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    EGLContext context = EGL_NO_CONTEXT;
    if (eglBindAPI(EGL_OPENGL_API) == EGL_TRUE &&
        eglChooseConfig(candidate.display, wanted.data(), &config, 1, &count) == EGL_TRUE && count > 0) {
      context = eglCreateContext(candidate.display, config, EGL_NO_CONTEXT, nullptr);
    }
    if (context != EGL_NO_CONTEXT &&
        eglMakeCurrent(candidate.display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE) {
      std::unique_ptr<HeadlessContext> made(new HeadlessContext());
      made->display_ = candidate.display;
      made->context_ = context;
      made->platform_ = candidate.platform;
      return made;
    }
    note(candidate.platform, "no OpenGL context without a surface");
    if (context != EGL_NO_CONTEXT) eglDestroyContext(candidate.display, context);
    eglTerminate(candidate.display);
  }
  return Result<std::unique_ptr<HeadlessContext>>::failure(
      Diagnostic{Severity::Error,
                 fmt::format("no OpenGL driver answers ({}).", tried),
                 {},
                 {},
                 {},
                 "Install Mesa's software driver: apt install libegl-mesa0 libgl1-mesa-dri."});
}

HeadlessContext::~HeadlessContext() {
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(display_, context_);
  eglTerminate(display_);
}

}  // namespace cordon::gl
