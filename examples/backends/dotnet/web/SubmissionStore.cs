using System;
using System.Collections.Generic;
using System.Configuration;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Kl01.Web
{
    /// <summary>Where a submission belongs: of all that a unit sends for it, one stands.</summary>
    public sealed class Place
    {
        public Place(string rulebook, string form, string unit, string period)
        {
            Rulebook = rulebook;
            Form = form;
            Unit = unit;
            Period = period ?? "";
        }

        /// <summary>Its id, without the version.</summary>
        public string Rulebook { get; }

        public string Form { get; }

        /// <summary>Of the session, never as sent.</summary>
        public string Unit { get; }

        /// <summary>"" where the form has none.</summary>
        public string Period { get; }
    }

    /// <summary>A revision that was taken.</summary>
    public sealed class Stored
    {
        /// <summary>Of the receipt; random, since it stands in addresses.</summary>
        public string Id { get; internal set; }

        public string Unit { get; internal set; }

        public string Group { get; internal set; }

        public int Revision { get; internal set; }

        /// <summary>ISO 8601 with offset.</summary>
        public string ReceivedAt { get; internal set; }

        /// <summary>JSON, as sent.</summary>
        public string Body { get; internal set; }

        /// <summary>Sizes by SHA-256.</summary>
        public IReadOnlyDictionary<string, long> Files { get; internal set; }
    }

    /// <summary>
    /// Keeps what is valid, as docs/storage-contract.md says, in any database that ADO.NET reaches: rows are added and never
    /// changed, and a unique key sees to it that of two who send at once one is stored.
    /// </summary>
    public sealed class SubmissionStore
    {
        private const int IdBytes = 16;

        private readonly DbProviderFactory provider;
        private readonly string connection;

        /// <param name="settings">Of Web.config: SQLite, SQL Server, PostgreSQL …; the tables are those of tables.sql.</param>
        public SubmissionStore(ConnectionStringSettings settings)
        {
            provider = DbProviderFactories.GetFactory(settings.ProviderName);
            connection = settings.ConnectionString.Replace("|DataDirectory|", (string)AppDomain.CurrentDomain.GetData("DataDirectory"));
        }

        /// <summary>Runs a script, such as tables.sql.</summary>
        public void Run(string script)
        {
            using (DbConnection open = Open()) Execute(open, null, script);
        }

        /// <summary>What stands; null: nothing.</summary>
        public Stored Current(Place place)
        {
            using (DbConnection open = Open())
                return Read(open, AtPlace + " order by revision desc", OfPlace(place)).FirstOrDefault();
        }

        /// <summary>The revision of a receipt, where it is this unit's; else null.</summary>
        public Stored ByReceipt(string unit, string id)
        {
            using (DbConnection open = Open()) return Read(open, "unit = @p0 and id = @p1", unit, id).FirstOrDefault();
        }

        /// <summary>The same content, sent before as this revision; else null.</summary>
        public Stored Same(Place place, double revision, object submission)
        {
            using (DbConnection open = Open())
                return Read(open, AtPlace + " and revision = @p4 and content = @p5", OfPlace(place).Concat(new object[] { revision, Content(submission) }).ToArray())
                    .FirstOrDefault();
        }

        /// <summary>Of each unit the revision that stands.</summary>
        public IReadOnlyList<Stored> Latest(string rulebook, string form, string period)
        {
            const string last = "rulebook = @p0 and form = @p1 and period = @p2 and revision = (select max(revision) from submission as newer"
                + " where newer.rulebook = submission.rulebook and newer.form = submission.form and newer.unit = submission.unit and newer.period = submission.period)"
                + " order by unit";
            using (DbConnection open = Open()) return Read(open, last, rulebook, form, period ?? "");
        }

        /// <summary>Whether a unit has sent a file with an earlier revision.</summary>
        public bool HasFile(string unit, string sha256)
        {
            using (DbConnection open = Open())
            using (DbCommand command = Command(open, null, "select count(*) from content where unit = @p0 and sha256 = @p1", unit, sha256))
                return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
        }

        /// <summary>The bytes of a unit's file; null: it has none with this digest.</summary>
        public byte[] File(string unit, string sha256)
        {
            using (DbConnection open = Open())
            using (DbCommand command = Command(open, null, "select bytes from content where unit = @p0 and sha256 = @p1", unit, sha256))
                return command.ExecuteScalar() as byte[];
        }

        /// <summary>Stores a submission with its files, all or nothing.</summary>
        /// <param name="files">What came, by SHA-256.</param>
        /// <returns>Null when the revision is not the stored one + 1: somebody else was faster.</returns>
        public Stored Keep(
            Place place,
            Unit unit,
            double revision,
            Dictionary<string, object> submission,
            string receivedAt,
            IReadOnlyDictionary<string, byte[]> files)
        {
            string id = NewId();
            string[] announced = Documents.DigestsIn(submission);
            using (DbConnection open = Open())
            using (DbTransaction transaction = open.BeginTransaction(IsolationLevel.Serializable))
            {
                using (DbCommand last = Command(open, transaction, "select coalesce(max(revision), 0) from submission where " + AtPlace, OfPlace(place)))
                    if (!revision.Equals(Convert.ToDouble(last.ExecuteScalar(), CultureInfo.InvariantCulture) + 1)) return null;
                try
                {
                    Execute(
                        open,
                        transaction,
                        "insert into submission (rulebook, form, unit, period, unit_group, id, revision, body, content, received_at)"
                            + " values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)",
                        OfPlace(place).Concat(new object[] { unit.Group, id, (int)revision, JsonWriter.Write(submission), Content(submission), receivedAt }).ToArray());
                }
                catch (DbException)
                {
                    // The unique key: another stored this revision after we had looked. Anything else is no such thing.
                    transaction.Rollback();
                    if (Current(place)?.Revision >= revision) return null;
                    throw;
                }
                foreach (KeyValuePair<string, byte[]> file in files.Where(file => !HasFileWithin(open, transaction, place.Unit, file.Key)))
                {
                    Execute(open, transaction, "insert into content (unit, sha256, size, bytes) values (@p0, @p1, @p2, @p3)", place.Unit, file.Key, file.Value.Length, file.Value);
                }
                foreach (string sha256 in announced)
                    Execute(open, transaction, "insert into attachment (submission, sha256) values (@p0, @p1)", id, sha256);
                transaction.Commit();
            }
            return ByReceipt(place.Unit, id);
        }

        private const string AtPlace = "rulebook = @p0 and form = @p1 and unit = @p2 and period = @p3";

        private static object[] OfPlace(Place place) => new object[] { place.Rulebook, place.Form, place.Unit, place.Period };

        private static bool HasFileWithin(DbConnection open, DbTransaction transaction, string unit, string sha256)
        {
            using (DbCommand command = Command(open, transaction, "select count(*) from content where unit = @p0 and sha256 = @p1", unit, sha256))
                return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
        }

        private static List<Stored> Read(DbConnection open, string where, params object[] values)
        {
            var found = new List<Stored>();
            using (DbCommand command = Command(open, null, "select id, unit, unit_group, revision, received_at, body from submission where " + where, values))
            using (DbDataReader row = command.ExecuteReader())
            {
                while (row.Read())
                {
                    found.Add(new Stored
                    {
                        Id = row.GetString(0),
                        Unit = row.GetString(1),
                        Group = row.GetString(2),
                        Revision = Convert.ToInt32(row.GetValue(3), CultureInfo.InvariantCulture),
                        ReceivedAt = row.GetString(4),
                        Body = row.GetString(5),
                    });
                }
            }
            foreach (Stored stored in found) stored.Files = FilesOf(open, stored);
            return found;
        }

        private static Dictionary<string, long> FilesOf(DbConnection open, Stored stored)
        {
            var files = new Dictionary<string, long>(StringComparer.Ordinal);
            const string query = "select content.sha256, content.size from attachment join content on content.sha256 = attachment.sha256"
                + " where attachment.submission = @p0 and content.unit = @p1";
            using (DbCommand command = Command(open, null, query, stored.Id, stored.Unit))
            using (DbDataReader row = command.ExecuteReader())
                while (row.Read()) files[row.GetString(0)] = Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture);
            return files;
        }

        /// <summary>Tells the same content again: equal JSON values have it in common, in whatever order their members were sent.</summary>
        private static string Content(object submission) => Sha256.Of(Encoding.UTF8.GetBytes(JsonWriter.Write(Sorted(submission))));

        private static object Sorted(object value)
        {
            if (value is List<object> items) return items.Select(Sorted).ToList();
            if (!(value is Dictionary<string, object> members)) return value;
            var sorted = new SortedDictionary<string, object>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, object> member in members) sorted[member.Key] = Sorted(member.Value);
            return sorted;
        }

        private static string NewId()
        {
            var bytes = new byte[IdBytes];
            using (var random = RandomNumberGenerator.Create()) random.GetBytes(bytes);
            return string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
        }

        private DbConnection Open()
        {
            DbConnection open = provider.CreateConnection();
            open.ConnectionString = connection;
            open.Open();
            return open;
        }

        private static void Execute(DbConnection open, DbTransaction transaction, string text, params object[] values)
        {
            using (DbCommand command = Command(open, transaction, text, values)) command.ExecuteNonQuery();
        }

        private static DbCommand Command(DbConnection open, DbTransaction transaction, string text, params object[] values)
        {
            DbCommand command = open.CreateCommand();
            command.CommandText = text;
            command.Transaction = transaction;
            for (int index = 0; index < values.Length; index++)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = "@p" + index.ToString(CultureInfo.InvariantCulture);
                parameter.Value = values[index];
                command.Parameters.Add(parameter);
            }
            return command;
        }
    }
}
