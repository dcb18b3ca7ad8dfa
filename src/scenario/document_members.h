#pragma once

#include "scenario/members.h"

namespace cordon::scenario {

/// The plain members of the object "cordon".
inline const auto& documentMembers() {
  static const std::tuple table{Member{"title", &Document::title, TextCodec{}},
                                Member{"subtitle", &Document::subtitle, TextCodec{}},
                                Member{"summary", &Document::summary, TextCodec{}},
                                Member{"disclaimer", &Document::disclaimer, TextCodec{}},
                                Member{"author", &Document::author, TextCodec{}},
                                Member{"handling", &Document::handling, TextCodec{}},
                                Member{"language", &Document::language, TextCodec{}},
                                Member{"default_view", &Document::defaultView, TextCodec{}},
                                Member{"date", &Document::date, DateCodec{}},
                                Member{"from", &Document::from, DateCodec{}},
                                Member{"to", &Document::to, DateCodec{}}};
  return table;
}

}  // namespace cordon::scenario
