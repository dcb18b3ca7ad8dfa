#include "mapdata/vector_pack.h"

#include <random>
#include <sstream>

#include "mapdata/pack/pack_builder.h"
#include "test_files.h"

namespace cordon::mapdata {
namespace {

std::string squarePack(const TestFolder& folder) {
  PackBuilder builder(PackKind::Coast, 10'000'000, 100.0);
  builder.setLayer(
      {{{{1000000, 1000000}, {25000000, 1000000}, {25000000, 25000000}, {1000000, 25000000}, {1000000, 1000000}},
        kSeaShore}});
  const auto path = folder.path() / "square.pack";
  EXPECT_TRUE(builder.write(path).ok());
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::size_t readAll(const VectorPack& pack) {
  std::size_t points = 0;
  for (int row = 0; row < pack.rows(); ++row) {
    for (int column = 0; column < pack.columns(); ++column) {
      pack.forEachChain(column, row, [&](const VectorPack::Chain& chain) {
        for (std::uint32_t i = 0; i < chain.count; ++i) points += chain.points[i].lon != 1 ? 1U : 0U;
      });
    }
  }
  return points;
}

TEST(VectorPack, ReferencePointsKnowWhatLiesAroundThem) {
  const TestFolder folder;
  squarePack(folder);
  const auto pack = VectorPack::open(folder.path() / "square.pack", PackKind::Coast);
  ASSERT_TRUE(pack.ok());
  EXPECT_EQ(pack->parity(18, 9), 0U);  // (0, 0) is outside
  EXPECT_EQ(pack->parity(19, 10), kSeaShore);
  EXPECT_EQ(pack->parity(20, 11), kSeaShore);
  EXPECT_EQ(pack->parity(21, 11), 0U);
  EXPECT_GT(readAll(*pack), 8U);
}

TEST(VectorPack, RefusesWhatIsNoPack) {
  const TestFolder folder;
  const std::string sound = squarePack(folder);
  EXPECT_FALSE(VectorPack::open(folder.path() / "missing.pack", PackKind::Coast).ok());
  EXPECT_FALSE(VectorPack::open(folder.path() / "square.pack", PackKind::Lines).ok());
  folder.write("short.pack", sound.substr(0, sound.size() / 2));
  const auto shortened = VectorPack::open(folder.path() / "short.pack", PackKind::Coast);
  ASSERT_FALSE(shortened.ok());
  EXPECT_NE(toString(shortened.diagnostics().front()).find("cut short"), std::string::npos);
  folder.write("text.pack", std::string(4096, 'x'));
  EXPECT_FALSE(VectorPack::open(folder.path() / "text.pack", PackKind::Coast).ok());
}

TEST(VectorPack, BrokenContentsThrowAndNeverCrash) {
  const TestFolder folder;
  const std::string sound = squarePack(folder);
  std::mt19937 random(5);
  int thrown = 0;
  for (int round = 0; round < 300; ++round) {
    std::string broken = sound;
    for (int i = 0; i < 200; ++i) broken[40 + random() % (broken.size() - 40)] = static_cast<char>(random());
    folder.write("broken.pack", broken);
    const auto pack = VectorPack::open(folder.path() / "broken.pack", PackKind::Coast);
    ASSERT_TRUE(pack.ok());
    try {
      readAll(*pack);
    } catch (const std::runtime_error&) {
      ++thrown;
    }
  }
  EXPECT_GT(thrown, 250);
}

}  // namespace
}  // namespace cordon::mapdata
