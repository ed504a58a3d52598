package kl01;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a rule or a derived value is judged: over the submission, or for each item of a list or member of an object.
 *
 * @param each null: over the submission
 * @param keys null: `each` is a list
 */
record Places(String each, List<String> keys) {
  /** An item of `each`, or the submission. `mark` holds what is derived for it. */
  record Place(Object item, Object owner, Object index, String path, Map<String, Object> mark) {}

  private static final Place SUBMISSION = new Place(null, null, null, "", null);

  /** @throws IllegalArgumentException when the rulebook is broken there */
  static Places of(Map<String, Object> source) {
    String each = (String) source.get("each");
    if (each != null && !each.matches("/[^*]+(/\\*/[^*]+)?")) throw new IllegalArgumentException("`each` is no JSON Pointer: " + each);
    List<String> keys = source.get("keys") instanceof List<?> names ? names.stream().map(String.class::cast).toList() : null;
    if (keys != null && each == null) throw new IllegalArgumentException("There are `keys` without `each`.");
    return new Places(each, keys);
  }

  /**
   * In order; none where there is no such list.
   *
   * @param marks those of the submission, which get the marks of these places
   */
  List<Place> in(Map<?, ?> submission, Map<String, Object> marks) {
    if (each == null) return List.of(SUBMISSION);
    String[] parts = each.split("/\\*");
    if (parts.length == 1) return within(submission, marks, parts[0], SUBMISSION);
    List<Place> places = new ArrayList<>();
    for (Place owner : new Places(parts[0], null).in(submission, marks)) {
      places.addAll(within(owner.item, owner.mark, parts[1], owner));
    }
    return places;
  }

  private List<Place> within(Object holder, Map<String, Object> marks, String path, Place owner) {
    String[] steps = steps(path);
    String last = steps[steps.length - 1];
    for (int step = 0; step < steps.length - 1; step++) marks = member(marks, steps[step]);
    Object value = at(holder, steps);
    List<Place> places = new ArrayList<>();
    if (keys != null) {
      Map<String, Object> own = member(marks, last);
      for (String key : keys) {
        Object item = value instanceof Map<?, ?> members ? members.get(key) : null;
        places.add(new Place(item, owner.item, places.size(), owner.path + path + "/" + escaped(key), member(own, key)));
      }
    } else if (value instanceof List<?> items) {
      List<Map<String, Object>> own = list(marks, last, items.size());
      for (Object item : items) {
        int index = places.size();
        places.add(new Place(item, owner.item, index, owner.path + path + "/" + index, own.get(index)));
      }
    }
    return places;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> member(Map<String, Object> marks, String name) {
    return (Map<String, Object>) marks.computeIfAbsent(name, absent -> new HashMap<>());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> marks, String name, int size) {
    return (List<Map<String, Object>>) marks.computeIfAbsent(name, absent -> {
      List<Map<String, Object>> own = new ArrayList<>();
      while (own.size() < size) own.add(new HashMap<>());
      return own;
    });
  }

  /** What is at these steps, or null. */
  static Object at(Object value, String[] steps) {
    for (String step : steps) value = value instanceof Map<?, ?> map ? map.get(step) : null;
    return value;
  }

  private static String[] steps(String path) {
    String[] steps = path.substring(1).split("/");
    for (int step = 0; step < steps.length; step++) steps[step] = steps[step].replace("~1", "/").replace("~0", "~");
    return steps;
  }

  private static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }
}
