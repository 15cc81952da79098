package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BriefKeyTest {
  @Test
  void id_changesWithEveryField_andWithWhereOneEnds() {
    List<String> ids =
        List.of(
            new BriefKey().add("ab").add("c").id(),
            new BriefKey().add("a").add("bc").id(),
            new BriefKey().add("abc").add("").id(),
            new BriefKey().add("abc").add((String) null).id(),
            new BriefKey().add("abc").id(),
            new BriefKey().add("abc").add(0).id());
    assertThat(ids).doesNotHaveDuplicates().allMatch(BriefKey::isId);
  }

  @Test
  void id_isTheDigestOfLengthPrefixedFields() {
    // printf '\0\0\0\2fr\377\377\377\377' | openssl dgst -sha256 -binary | basenc --base64url
    assertThat(new BriefKey().add("fr").add((String) null).id())
        .isEqualTo("b1-FOO4A9XTscsW1Cp9Y0q4vys6Bffi3DmRUw7xkUu4gV0");
  }
}
