using System;
using System.Collections.Generic;

namespace Kl01
{
    /// <summary>What is wrong with a rulebook, and where: never with a submission.</summary>
    public sealed class RulebookException : Exception
    {
        public RulebookException(string place, string problem)
            : base((place.Length == 0 ? "the rulebook" : place) + ": " + problem + "; make it again with kl01 compile PACK -o FILE")
        {
        }
    }

    /// <summary>Members of a rulebook by the type they must have.</summary>
    internal static class RulebookMembers
    {
        public static Dictionary<string, object> ObjectAt(this object value, string place) =>
            value as Dictionary<string, object> ?? throw new RulebookException(place, "there is no object");

        public static Dictionary<string, object> Object(this Dictionary<string, object> members, string name, string place) =>
            members.Get(name).ObjectAt(place + "/" + name);

        public static List<object> List(this Dictionary<string, object> members, string name, string place) =>
            members.Get(name) as List<object> ?? throw new RulebookException(place + "/" + name, "there is no list");

        public static string Text(this Dictionary<string, object> members, string name, string place) =>
            members.Get(name) as string ?? throw new RulebookException(place + "/" + name, "there is no text");

        /// <summary>The member, or null.</summary>
        public static object Get(this Dictionary<string, object> members, string name) =>
            members.TryGetValue(name, out object value) ? value : null;
    }
}
